package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A challenge that says for whom it is: ASCII, seven lines parted by LF, none at the end.
 *
 * <pre>
 * jeton-hub-challenge-v1
 * Whoever has this signature can sign in to the domain below as you.
 * domain: hub.example.org
 * audience: chat
 * issued: 2026-11-01T12:00:00Z
 * expires: 2026-11-01T12:01:00Z
 * nonce: b(32 random bytes, 53 characters)
 * </pre>
 *
 * <p>The domain is a host name or IPv4 address in lower case, with a port where it is not the usual one:
 * at most {@value #MAX_DOMAIN} characters. The audience is what the token is for: 1 to {@value
 * Audience#MAX_LENGTH} visible ASCII characters. Times are whole seconds in UTC, the end after the issue. There
 * is one spelling: what is read and written again is the same bytes.
 *
 * <p>Its first line keeps it apart from everything else that is signed with such keys: no JWT, no bare
 * challenge begins like that. After EIP-4361 (domain, times, nonce in clear text) and WebAuthn (the
 * signature covers the origin).
 */
public final class BoundChallenge implements Challenge {
  /** The longest domain, in characters. */
  public static final int MAX_DOMAIN = 260;

  /** How far ahead its issue time may lie, since clocks differ: one minute. */
  public static final Duration SKEW = Duration.ofSeconds(60);

  private static final String TITLE = """
      jeton-hub-challenge-v1
      Whoever has this signature can sign in to the domain below as you.
      """;
  private static final String TIMES =
      "a challenge ends at least a second after its issue, between 1970 and 9999";
  private static final int MAX_PORT = 65_535;
  private static final int NONCE_LENGTH = 32;
  private static final int MAX_LENGTH = 1024;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*"
          + "(:[1-9][0-9]{0,4})?");
  private static final Pattern LINES = Pattern.compile(
      Pattern.quote(TITLE)
          + "domain: ([^\n]*)\naudience: ([^\n]*)\nissued: ([^\n]*)\nexpires: ([^\n]*)\nnonce: ([^\n]*)");

  private final String domain;
  private final String audience;
  private final Instant issuedAt;
  private final Instant expiresAt;
  private final String nonce;

  private BoundChallenge(
      String domain, String audience, Instant issuedAt, Instant expiresAt, String nonce) {
    this.domain = domain;
    this.audience = audience;
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
    this.nonce = nonce;
  }

  /**
   * A new challenge.
   *
   * @param issuedAt its fraction of a second is dropped
   * @param validFor whole seconds, at least one
   * @throws IllegalArgumentException if domain, audience or times are none, or it would end after the
   *     year 9999
   */
  public static BoundChallenge random(
      String domain, String audience, Instant issuedAt, Duration validFor, RandomGenerator random) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    Instant issued = Instant.ofEpochSecond(issuedAt.getEpochSecond());
    if (validFor.compareTo(Duration.between(issued, LAST)) > 0) {
      throw new IllegalArgumentException(TIMES);
    }
    BoundChallenge challenge = new BoundChallenge(
        domain,
        audience,
        issued,
        issued.plusSeconds(validFor.toSeconds()),
        Multibase.encode(nonce));
    String fault = challenge.fault();
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
    return challenge;
  }

  /** Whether bytes begin like such a challenge, so that nobody takes them for something else. */
  public static boolean looksLike(byte[] bytes) {
    byte[] title = TITLE.getBytes(StandardCharsets.US_ASCII);
    int length = TITLE.indexOf('\n');
    return bytes.length >= length && Arrays.equals(bytes, 0, length, title, 0, length);
  }

  /** Reads one, for the server that gets it back or for whoever is to sign it; else MALFORMED. */
  public static Outcome<BoundChallenge> parse(byte[] bytes) {
    if (bytes.length > MAX_LENGTH) {
      return Outcome.refused(Reason.TOO_LARGE, "it is longer than " + MAX_LENGTH + " bytes");
    }
    return read(new String(bytes, StandardCharsets.ISO_8859_1))
        .filter(read -> read.fault() == null && Arrays.equals(read.bytes(), bytes))
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(
            Reason.MALFORMED, "it is not a challenge of version 1 in its one spelling"));
  }

  private static Optional<BoundChallenge> read(String text) {
    var lines = LINES.matcher(text);
    if (!lines.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BoundChallenge(
          lines.group(1),
          lines.group(2),
          Instant.parse(lines.group(3)),
          Instant.parse(lines.group(4)),
          lines.group(5)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isDomain(String text) {
    int colon = text.indexOf(':');
    return text.length() <= MAX_DOMAIN
        && DOMAIN.matcher(text).matches()
        && (colon < 0 || Integer.parseInt(text.substring(colon + 1)) <= MAX_PORT);
  }

  private static boolean isWholeSecond(Instant time) {
    return time.equals(time.truncatedTo(ChronoUnit.SECONDS));
  }

  private @Nullable String fault() {
    if (!isDomain(domain)) {
      return "a domain is a host name in lower case, with :port where it needs one";
    }
    if (!Audience.isOne(audience)) {
      return Audience.RULE;
    }
    if (!isWholeSecond(issuedAt) || !isWholeSecond(expiresAt)) {
      return "the times of a challenge are whole seconds";
    }
    if (issuedAt.isBefore(Instant.EPOCH)
        || !issuedAt.isBefore(expiresAt)
        || expiresAt.isAfter(LAST)) {
      return TIMES;
    }
    return Multibase.decode(nonce) instanceof Outcome.Accepted<byte[]> decoded
            && decoded.value().length == NONCE_LENGTH
            && Multibase.encode(decoded.value()).equals(nonce)
        ? null
        : "a nonce is 32 bytes in base32";
  }

  /**
   * Whether it is for this domain and audience and alive, in this order: domain (ISSUER_MISMATCH),
   * audience (AUDIENCE_MISMATCH), issue time not after {@code now} + {@link #SKEW} (NOT_YET_VALID),
   * {@code now} before the end (CHALLENGE_EXPIRED).
   */
  public Outcome<BoundChallenge> check(String here, String forWhat, Instant now) {
    if (!domain.equals(here)) {
      return Outcome.refused(Reason.ISSUER_MISMATCH, "it is for another domain");
    }
    if (!audience.equals(forWhat)) {
      return Outcome.refused(Reason.AUDIENCE_MISMATCH, "it is for another audience");
    }
    if (issuedAt.isAfter(now.plus(SKEW))) {
      return Outcome.refused(
          Reason.NOT_YET_VALID, "it was issued in the future; is one of the clocks wrong?");
    }
    return now.isBefore(expiresAt)
        ? Outcome.accepted(this)
        : Outcome.refused(Reason.CHALLENGE_EXPIRED, "its time is over");
  }

  @Override
  public byte[] bytes() {
    return (TITLE + "domain: " + domain + "\naudience: " + audience + "\nissued: " + issuedAt
            + "\nexpires: " + expiresAt + "\nnonce: " + nonce)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Where one signs in. */
  public String domain() {
    return domain;
  }

  /** What the token will be for. */
  public String audience() {
    return audience;
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** 32 random bytes in base32; whoever keeps challenges may know it by this. */
  public String nonce() {
    return nonce;
  }
}
