package dev.jeton.server.people;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Presented;
import dev.jeton.server.oidc.SignIns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
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
 * @param former the hash of the session that it is in meanwhile; empty for none
 * @param begun when it went there
 */
record PendingSignIn(String text, String provider, String former, Instant begun) {
  private static final Duration LASTS = Duration.ofMinutes(10);

  /** Another node may have sent it there, whose clock is ahead. */
  private static final Duration AHEAD = Duration.ofSeconds(30);

  private static final Pattern FORM = Pattern.compile(
      "([A-Za-z0-9_-]{1,40})\\.([A-Za-z0-9_-]{43})?\\.([0-9]{1,11})\\.[A-Za-z0-9_-]{43}");
  private static final String SECURE_NAME = "__Host-jeton-sign-in";
  private static final String PLAIN_NAME = "jeton-sign-in";

  static PendingSignIn make(
      String provider, Presented presented, InstantSource clock, RandomGenerator random) {
    long seconds = clock.instant().getEpochSecond();
    List<String> shown = NewSession.shown(presented);
    String former = shown.size() == 1 ? shown.get(0) : "";
    String text = provider + "." + former + "." + seconds + "." + OneTimeText.make(random);
    return new PendingSignIn(text, provider, former, Instant.ofEpochSecond(seconds));
  }

  /** What the browser brought back. */
  static Optional<PendingSignIn> in(Presented presented) {
    List<String> cookies = presented.cookies(name(presented.arrival()));
    Matcher form = FORM.matcher(cookies.size() == 1 ? cookies.get(0) : "");
    return form.matches()
        ? Optional.of(new PendingSignIn(
            cookies.get(0),
            form.group(1),
            Objects.requireNonNullElse(form.group(2), ""),
            Instant.ofEpochSecond(Long.parseLong(form.group(3)))))
        : Optional.empty();
  }

  SignIns.Attempt attempt(Arrival arrival) {
    return new SignIns.Attempt(
        arrival.address() + OidcDoors.callback(provider),
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

  /** The sessions that it ends. */
  List<String> formers() {
    return former.isEmpty() ? List.of() : List.of(former);
  }

  boolean isLive(Instant now) {
    return !now.plus(AHEAD).isBefore(begun) && now.isBefore(endsAt());
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
