package dev.jeton.server.people;

import dev.jeton.server.store.SealedSecret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How one person signs in, as the store has it: beside the account, because the person changes it and
 * not an operator.
 *
 * @param password the sealed hash
 * @param sessions those that did not end, the oldest first
 * @param link under which the person may choose a password
 */
record Login(
    Optional<SealedSecret> password, Misses misses, List<Session> sessions, Optional<Link> link) {
  static final Login NONE = new Login(Optional.empty(), Misses.NONE, List.of(), Optional.empty());

  private static final int MOST_SESSIONS = 20;

  Login {
    sessions = List.copyOf(sessions);
  }

  Login with(Misses others) {
    return new Login(password, others, sessions, link);
  }

  Login with(Link other) {
    return new Login(password, misses, sessions, Optional.of(other));
  }

  /** With a new password: all sessions but that one end, and no link counts any more. */
  Login with(SealedSecret chosen, Instant now, Optional<String> stays) {
    List<Session> left = sessions.stream()
        .filter(one -> stays.filter(one.id()::equals).isPresent())
        .toList();
    return new Login(Optional.of(chosen), Misses.forgiven(now), left, Optional.empty());
  }

  /** With one more session; of too many the oldest goes. */
  Login with(Session session) {
    List<Session> all = new ArrayList<>(sessions);
    all.add(session);
    all.sort(Comparator.comparing(Session::beganAt));
    int first = Math.max(0, all.size() - MOST_SESSIONS);
    return new Login(password, misses, all.subList(first, all.size()), link);
  }

  Login withEach(UnaryOperator<Session> change) {
    return new Login(password, misses, sessions.stream().map(change).toList(), link);
  }

  Optional<Session> session(String id) {
    return sessions.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  Login without(String session) {
    List<Session> left =
        sessions.stream().filter(one -> !one.id().equals(session)).toList();
    return new Login(password, misses, left, link);
  }

  Login withoutSessions() {
    return new Login(password, misses, List.of(), link);
  }

  /** Without what lets anybody in but the password. */
  Login withoutProofs() {
    return new Login(password, misses, List.of(), Optional.empty());
  }

  /** Without what came to its end. */
  Login current(Instant now, PeopleSettings settings) {
    List<Session> left =
        sessions.stream().filter(one -> now.isBefore(one.endsAt(settings))).toList();
    return new Login(password, misses, left, link.filter(one -> one.isLive(now)));
  }
}
