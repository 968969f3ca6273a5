package dev.jeton.server.people;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Callers.Identified;
import dev.jeton.server.access.Presented;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Proof;
import dev.jeton.server.admin.Stored;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who signed in, by the cookie of the session. A browser sends it whoever wrote the page, so
 * requests that may change something also show that a page of this server sent them.
 */
@Singleton
class SessionProof implements Proof {
  static final String CSRF_HEADER = "Jeton-Csrf";

  /** How long a password counts for dangerous acts. */
  static final Duration FRESH = Duration.ofMinutes(5);

  static final Problem OVER =
      new Problem(401, "session-ended", "you are not signed in any more; sign in at /sign-in");

  private static final Identified ENDED = new Identified.Wrong(OVER, "SESSION_ENDED");
  private static final Identified FOREIGN = new Identified.Wrong(
      new Problem(
          403,
          "foreign-page",
          "with a session, only pages of this server itself may ask; programs send an Authorization"
              + " header"),
      "SESSION_FOREIGN_PAGE");
  private static final Identified UNSHIELDED = new Identified.Wrong(
      new Problem(
          403, "csrf", "send the header " + CSRF_HEADER + " with csrf of /api/v1/sessions/current"),
      "SESSION_CSRF");

  private final Logins logins;
  private final Persons persons;
  private final InstantSource clock;

  SessionProof(Logins logins, Persons persons, InstantSource clock) {
    this.logins = logins;
    this.persons = persons;
    this.clock = clock;
  }

  /** What the session's pages send back, which other pages cannot read. */
  static String csrf(String secret) {
    return OneTimeText.hash("csrf ", secret);
  }

  @Override
  public Optional<Identified> check(Presented presented) {
    if (!presented.authorizations().isEmpty()) {
      return Optional.empty();
    }
    List<String> secrets = SessionCookie.in(presented);
    if (secrets.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(secrets.size() == 1 ? check(presented, secrets.get(0)) : ENDED);
  }

  private Identified check(Presented presented, String secret) {
    if (presented.reading()
        ? presented.arrival().fromForeignPage(presented.headers())
        : !presented.arrival().fromOwnPage(presented.headers())) {
      return FOREIGN;
    }
    if (!presented.reading() && !isShielded(presented, secret)) {
      return UNSHIELDED;
    }
    Instant now = clock.instant();
    Optional<Logins.Found> found = logins.session(OneTimeText.hash(secret), now);
    Optional<Stored<PersonSpec>> person = found
        .flatMap(one -> persons.withId(one.person()))
        .filter(one -> one.spec().enabled());
    if (found.isEmpty() || person.isEmpty()) {
      return ENDED;
    }
    Session session = found.get().session();
    logins.unwritten().saw(session, now);
    PersonSpec spec = person.get().spec();
    return new Identified.As(new Caller.Person(
        person.get().id(), spec.name(), spec.roles(), session.provenAt().plus(FRESH)));
  }

  private static boolean isShielded(Presented presented, String secret) {
    List<String> given = presented.headers().getAll(CSRF_HEADER);
    return given.size() == 1 && OneTimeText.same(given.get(0), csrf(secret));
  }
}
