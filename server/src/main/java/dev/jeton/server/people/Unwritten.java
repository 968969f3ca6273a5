package dev.jeton.server.people;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What this node knows and the store does not yet: sessions that were used, passwords that were wrong. */
final class Unwritten {
  private final Map<String, Instant> seen = new ConcurrentHashMap<>();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final Map<String, Misses> misses = new ConcurrentHashMap<>();

  void saw(Session session, Instant now) {
    seen.merge(session.hash(), now, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Somebody signed out, whether the store can be told at once or not. */
  void end(Session session) {
    ended.add(session.hash());
  }

  boolean isEnded(Session session) {
    return ended.contains(session.hash());
  }

  /** One more wrong password of a person; what came of it. */
  Misses missed(String person, Login stored, Instant now, PeopleSettings.Lockout rules) {
    return misses.compute(
        person,
        (id, mine) -> (mine == null ? stored.misses() : mine.and(stored.misses())).and(now, rules));
  }

  /** Forgets what the store knows better now. */
  void forgive(String person) {
    misses.remove(person);
  }

  /** As this node knows it. */
  Session latest(Session stored) {
    Instant last = seen.get(stored.hash());
    return last == null ? stored : stored.seen(last);
  }

  /** As this node knows it. */
  Login latest(String person, Login stored) {
    Misses mine = misses.get(person);
    Login counted = mine == null ? stored : stored.with(stored.misses().and(mine));
    Login left = counted;
    for (Session session : counted.sessions()) {
      left = isEnded(session) ? left.without(session.id()) : left;
    }
    return seen.isEmpty() ? left : left.withEach(this::latest);
  }

  /** What was written need not be written again; what came in meanwhile stays. */
  void wrote(String person, Login written) {
    Optional.ofNullable(misses.get(person))
        .filter(mine -> written.misses().and(mine).equals(written.misses()))
        .ifPresent(mine -> misses.remove(person, mine));
    for (Session session : written.sessions()) {
      Instant last = seen.get(session.hash());
      if (last != null && !last.isAfter(session.seenAt())) {
        seen.remove(session.hash(), last);
      }
    }
  }

  /** Forgets sessions of which the store has nothing any more. */
  void keepSeen(Set<String> hashes) {
    seen.keySet().retainAll(hashes);
    ended.retainAll(hashes);
  }
}
