package dev.jeton.server.people;

import dev.jeton.server.access.Arrival;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * A session that begins.
 *
 * @param secret what stands in the cookie, and nowhere else
 */
record NewSession(Session session, String secret) {
  private static final int ID_BYTES = 6;

  /** For somebody who proved at that time who it is. */
  static NewSession make(Instant now, Instant proven, RandomGenerator random) {
    String secret = OneTimeText.make(random);
    String id = OneTimeText.make(random).substring(0, 2 * ID_BYTES);
    return new NewSession(new Session(id, OneTimeText.hash(secret), now, now, proven), secret);
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
