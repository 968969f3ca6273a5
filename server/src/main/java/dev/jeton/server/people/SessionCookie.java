package dev.jeton.server.people;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Presented;
import java.time.Duration;
import java.util.List;

/**
 * The cookie of a session. Over https its name keeps other hosts and paths from setting it; without, as
 * on a developer's machine, browsers do not take such a name.
 */
final class SessionCookie {
  private static final String SECURE_NAME = "__Host-jeton";
  private static final String PLAIN_NAME = "jeton";

  private SessionCookie() {}

  /** What the browser sent; empty where nobody could have signed in. */
  static List<String> in(Presented presented) {
    Arrival arrival = presented.arrival();
    return arrival.unheard() ? presented.cookies(name(arrival)) : List.of();
  }

  /** The header that sets it. */
  static String set(Arrival arrival, String secret, Duration length) {
    return name(arrival) + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
        + length.toSeconds() + (arrival.encrypted() ? "; Secure" : "");
  }

  /** The header that takes it away. */
  static String cleared(Arrival arrival) {
    return set(arrival, "", Duration.ZERO);
  }

  private static String name(Arrival arrival) {
    return arrival.encrypted() ? SECURE_NAME : PLAIN_NAME;
  }
}
