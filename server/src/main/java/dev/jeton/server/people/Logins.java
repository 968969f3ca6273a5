package dev.jeton.server.people;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.Content;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.SealedSecret;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Writing;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.Sealer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** How all people sign in: in memory for whoever asks, in the store so that all nodes know. */
@Singleton
class Logins {
  static final String KIND = "person-login";

  /** What another node saw of a session is in the store after this time at the latest. */
  private static final Duration UNTOLD = Duration.ofMinutes(2);

  private static final Logger LOG = Logger.getLogger(Logins.class);

  private final PeopleSettings settings;
  private final Sealer sealer;
  private final Unwritten unwritten = new Unwritten();
  private final Map<String, Login> byPerson = new ConcurrentHashMap<>();
  private final Map<String, Found> bySession = new ConcurrentHashMap<>();

  /** A session, and whose it is. */
  record Found(String person, Session session) {}

  @Inject
  Logins(Settings settings, Snapshot snapshot, Sealer sealer) {
    this(settings.get(PeopleSettings.class), snapshot, sealer);
  }

  Logins(PeopleSettings settings, Snapshot snapshot, Sealer sealer) {
    this.settings = settings;
    this.sealer = sealer;
    snapshot.listen(this::changed);
  }

  PeopleSettings settings() {
    return settings;
  }

  Unwritten unwritten() {
    return unwritten;
  }

  /** As this node knows it. */
  Login of(String person) {
    return unwritten.latest(person, stored(person));
  }

  Login stored(String person) {
    return byPerson.getOrDefault(person, Login.NONE);
  }

  /** Everybody for whom something is stored. */
  Set<String> people() {
    return Set.copyOf(byPerson.keySet());
  }

  /** The session of a cookie's hash, unless it came to its end. */
  Optional<Found> session(String hash, Instant now) {
    return Optional.ofNullable(bySession.get(hash))
        .filter(found -> !unwritten.isEnded(found.session()))
        .map(found -> new Found(found.person(), unwritten.latest(found.session())))
        .filter(found -> now.isBefore(found.session().endsAt(settings)));
  }

  /** Whom a link is for, if it is live. */
  Optional<String> linked(String hash, Instant now) {
    return byPerson.entrySet().stream()
        .filter(one -> has(one.getValue(), hash, now))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  static boolean has(Login login, String linkHash, Instant now) {
    return login
        .link()
        .filter(link -> link.isLive(now) && OneTimeText.same(link.hash(), linkHash))
        .isPresent();
  }

  Optional<PasswordHash> hash(String person) {
    return stored(person)
        .password()
        .map(kept -> PasswordHash.parse(sealer.openBytes(kept.blob(), identity(person))));
  }

  SealedSecret sealed(String person, PasswordHash hash) {
    byte[] blob = sealer.seal(hash.text(), identity(person));
    return new SealedSecret(blob, sealer.dataKeyOf(blob));
  }

  /** Changes it in a transaction, from what the store has. */
  Login change(
      Writing writing, String person, String by, Instant now, UnaryOperator<Login> change) {
    Optional<Entry> before = writing.find(id(person));
    if (before.filter(Entry::deleted).isPresent()) {
      throw new Refused(new Problem(404, "not-found", "that person was deleted"));
    }
    Login stored = before.flatMap(Logins::readable).orElse(Login.NONE);
    Login next = lasting(change.apply(stored), now);
    Content content = LoginForm.write(next);
    if (before.isPresent()) {
      writing.change(before.get(), content, by, now);
    } else {
      writing.create(id(person), content, by, now);
    }
    return next;
  }

  /** Without what is over by all that any node may know. */
  private Login lasting(Login login, Instant now) {
    return login.withEach(unwritten::latest).current(now.minus(UNTOLD), settings);
  }

  /** Ends all sessions and the link, where there are any. */
  void endAll(Writing writing, String person, String by, Instant now) {
    if (writing.find(id(person)).filter(entry -> !entry.deleted()).isPresent()) {
      change(writing, person, by, now, Login::withoutProofs);
    }
  }

  static EntryId id(String person) {
    return new EntryId(KIND, person);
  }

  private static String identity(String person) {
    return SealIdentity.ofSecret(KIND, person, LoginForm.PASSWORD);
  }

  private void changed(List<Entry> entries) {
    List<Entry> ours =
        entries.stream().filter(entry -> entry.id().kind().equals(KIND)).toList();
    ours.forEach(this::take);
    if (!ours.isEmpty()) {
      unwritten.keepSeen(bySession.keySet());
    }
  }

  private void take(Entry entry) {
    String person = entry.id().id();
    Login login = entry.deleted() ? Login.NONE : readable(entry).orElse(Login.NONE);
    Set<String> hashes = new HashSet<>();
    for (Session session : login.sessions()) {
      hashes.add(session.hash());
      bySession.put(session.hash(), new Found(person, session));
    }
    bySession
        .values()
        .removeIf(found ->
            found.person().equals(person) && !hashes.contains(found.session().hash()));
    if (entry.deleted()) {
      byPerson.remove(person);
    } else {
      byPerson.put(person, login);
    }
  }

  /** Whoever's login cannot be read has no session and no password, and may get a new link. */
  private static Optional<Login> readable(Entry entry) {
    try {
      return Optional.of(LoginForm.read(entry));
    } catch (RuntimeException e) {
      LOG.errorf(
          "%s cannot be read (%s), so this person cannot sign in; jeton person link lets them choose a"
              + " password anew",
          entry.id(), e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
