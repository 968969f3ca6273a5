package dev.jeton.server.people;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Presented;
import dev.jeton.server.store.Writing;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * A session that begins.
 *
 * @param secret what stands in the cookie, and nowhere else
 * @param formers the hashes of what sessions have in their cookies that the same browser has been in
 */
record NewSession(Session session, String secret, List<String> formers) {
  private static final int ID_BYTES = 6;

  NewSession {
    formers = List.copyOf(formers);
  }

  /** For somebody who proved at that time who it is. */
  static NewSession make(
      Instant now, Instant proven, List<String> formers, RandomGenerator random) {
    String secret = OneTimeText.make(random);
    String id = OneTimeText.make(random).substring(0, 2 * ID_BYTES);
    Session session = Session.begin(id, OneTimeText.hash(secret), now, proven);
    return new NewSession(session, secret, formers);
  }

  /** The hashes of the sessions that a browser shows that it is in. */
  static List<String> shown(Presented presented) {
    return SessionCookie.in(presented).stream().map(OneTimeText::hash).toList();
  }

  /**
   * Keeps it as that person's, and ends the former ones, since their cookie is replaced.
   *
   * @param change what else signing in changes
   */
  Login keep(Writing writing, Logins logins, String person, UnaryOperator<Login> change) {
    for (String former : formers) {
      logins
          .session(former, session.beganAt())
          .ifPresent(found -> change(
              writing,
              logins,
              found.person(),
              login -> login.without(found.session().id())));
    }
    return change(writing, logins, person, login -> change.apply(login).with(session));
  }

  private Login change(Writing writing, Logins logins, String person, UnaryOperator<Login> change) {
    return logins.change(writing, person, Caller.Person.id(person), session.beganAt(), change);
  }

  /** The header that sets its cookie. */
  String cookie(Arrival arrival, PeopleSettings settings) {
    return SessionCookie.set(arrival, secret, settings.sessionLength());
  }

  @Override
  public String toString() {
    return session.toString();
  }
}
