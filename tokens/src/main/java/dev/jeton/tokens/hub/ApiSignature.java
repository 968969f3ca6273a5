package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A Hub's API signature: {@code msg} is the time until which it counts, {@code sig} the {@link Multibase}
 * of {@code HMAC-SHA256(secret, msg)}. They travel as {@code x-textile-api-sig-msg} and {@code
 * x-textile-api-sig}.
 *
 * <p>It covers the time alone, no method, no host, no identity: until then it is a bearer credential.
 * Hence the horizon: a Hub knew none. Whoever lets one count once has to remember {@code msg}: one
 * {@code sig} has many spellings.
 *
 * @param msg the time as text; the signature is over this text and no other spelling of it
 * @param sig in any base of multibase
 */
public record ApiSignature(String msg, String sig) {
  /** How far ahead its end may lie where nothing else is said: 24 hours. */
  public static final Duration DEFAULT_HORIZON = Duration.ofHours(24);

  private static final DateTimeFormatter ISO_STRING = DateTimeFormatter.ofPattern(
          "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  /**
   * As {@code createAPISig} of {@code @textile/security} makes it: the time is written like {@code
   * Date.toISOString}, always with three digits of milliseconds and {@code Z}, 24 characters; the
   * signature has 53.
   *
   * @throws IllegalArgumentException outside of the years 0 to 9999, which are written otherwise
   */
  public static ApiSignature create(ApiSecret secret, Instant until) {
    int year = until.atOffset(ZoneOffset.UTC).getYear();
    if (year < 0 || year > 9999) {
      throw new IllegalArgumentException("the year " + year + " is not between 0 and 9999");
    }
    String msg = ISO_STRING.format(until);
    return new ApiSignature(msg, Multibase.encode(secret.mac(msg)));
  }

  /**
   * Until when it counts. Checked in this order: {@code sig} is multibase and {@code msg} a time as
   * {@link GoTime} reads it (MALFORMED, TOO_LARGE), the signature, in constant time (BAD_SIGNATURE), the
   * time not before {@code now} (EXPIRED) and not after {@code now + horizon} (HORIZON_TOO_FAR). Callers
   * outside get one text for all of these.
   */
  public Outcome<Instant> check(ApiSecret secret, Instant now, Duration horizon) {
    return Multibase.decode(sig)
        .then(mac -> GoTime.parse(msg).then(until -> check(secret, mac, until, now, horizon)));
  }

  private Outcome<Instant> check(
      ApiSecret secret, byte[] mac, Instant until, Instant now, Duration horizon) {
    if (!MessageDigest.isEqual(secret.mac(msg), mac)) {
      return Outcome.refused(Reason.BAD_SIGNATURE, "this secret did not sign this message");
    }
    if (until.isBefore(now)) {
      return Outcome.refused(Reason.EXPIRED, "its time is over");
    }
    return until.isAfter(now.plus(horizon))
        ? Outcome.refused(
            Reason.HORIZON_TOO_FAR,
            "it counts for more than the " + horizon.toSeconds() + " s that are accepted here")
        : Outcome.accepted(until);
  }
}
