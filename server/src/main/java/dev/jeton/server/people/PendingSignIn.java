package dev.jeton.server.people;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Presented;
import dev.jeton.server.oidc.SignIns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser that is away to sign in elsewhere. All that the server has to know of it stands in a cookie, of
 * which everything is derived that the provider gets to see, so that any node can go on with it.
 *
 * @param text the cookie's value, with 256 random bits at its end
 * @param provider where it is
 * @param begun when it went there
 */
record PendingSignIn(String text, String provider, Instant begun) {
  private static final Duration LASTS = Duration.ofMinutes(10);
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_-]{1,40})\\.([0-9]{1,11})\\.[A-Za-z0-9_-]{43}");
  private static final String SECURE_NAME = "__Host-jeton-sign-in";
  private static final String PLAIN_NAME = "jeton-sign-in";

  static PendingSignIn make(String provider, InstantSource clock, RandomGenerator random) {
    long seconds = clock.instant().getEpochSecond();
    String text = provider + "." + seconds + "." + OneTimeText.make(random);
    return new PendingSignIn(text, provider, Instant.ofEpochSecond(seconds));
  }

  /** What the browser brought back. */
  static Optional<PendingSignIn> in(Presented presented) {
    List<String> cookies = presented.cookies(name(presented.arrival()));
    Matcher form = FORM.matcher(cookies.size() == 1 ? cookies.get(0) : "");
    return form.matches()
        ? Optional.of(new PendingSignIn(
            cookies.get(0), form.group(1), Instant.ofEpochSecond(Long.parseLong(form.group(2)))))
        : Optional.empty();
  }

  SignIns.Attempt attempt(Arrival arrival) {
    return new SignIns.Attempt(
        arrival.address() + OidcDoors.CALLBACK,
        state(),
        OneTimeText.hash("sign-in nonce ", text),
        verifier());
  }

  String state() {
    return OneTimeText.hash("sign-in state ", text);
  }

  /** SHA-256 of the verifier, as RFC 7636 has it. */
  String challenge() {
    return OneTimeText.hash(verifier());
  }

  private String verifier() {
    return OneTimeText.hash("sign-in verifier ", text);
  }

  boolean isLive(Instant now) {
    return !now.isBefore(begun) && now.isBefore(endsAt());
  }

  Instant endsAt() {
    return begun.plus(LASTS);
  }

  /** The header that sets the cookie; the browser sends it when it comes back from another site. */
  String cookie(Arrival arrival) {
    return set(arrival, text, LASTS);
  }

  /** The header that takes it away. */
  static String cleared(Arrival arrival) {
    return set(arrival, "", Duration.ZERO);
  }

  private static String set(Arrival arrival, String value, Duration lasts) {
    return name(arrival) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
        + lasts.toSeconds() + (arrival.encrypted() ? "; Secure" : "");
  }

  private static String name(Arrival arrival) {
    return arrival.encrypted() ? SECURE_NAME : PLAIN_NAME;
  }

  @Override
  public String toString() {
    return "PendingSignIn[" + provider + "]";
  }
}
