package dev.jeton.tokens.hub;

import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.Jwt;
import dev.jeton.tokens.jwt.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An identity token to be: it says that its bearer has proved to own a private key.
 *
 * <p>A JWT with the header {@code {"alg":"Ed25519","typ":"JWT"}} and the claims {@code aud}, {@code exp},
 * {@code jti}, {@code iat}, {@code iss}, {@code sub} in this order, those that have no value left out.
 * {@code iss} and {@code sub} are libp2p public keys in their usual spelling, times whole seconds. Clients
 * of a Hub never look into it, so all of them take it.
 *
 * <pre>{@code
 * HubToken token = HubToken.forIdentity(identity, now, random).audience("chat");
 * String text = token.signedBy(issuer);
 * }</pre>
 *
 * <p>Source: go-threads {@code core/thread/identity.go} (NewToken); RFC 9864 for the name of the algorithm.
 */
public final class HubToken {
  /** How long a token lives where nothing else is said: 24 hours. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofHours(24);

  /** What a token is for where nothing else is said. */
  public static final String DEFAULT_AUDIENCE = "hub";

  /** The longest life that can be asked for: 366 days. */
  public static final Duration MAX_LIFETIME = Duration.ofDays(366);

  private static final int ID_LENGTH = 16;

  private final Libp2pPublicKey identity;
  private final Instant issuedAt;
  private final @Nullable Instant expiresAt;
  private final @Nullable String id;
  private final @Nullable String audience;

  private HubToken(
      Libp2pPublicKey identity,
      Instant issuedAt,
      @Nullable Instant expiresAt,
      @Nullable String id,
      @Nullable String audience) {
    this.identity = identity;
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
    this.id = id;
    this.audience = audience;
  }

  /**
   * A token for {@link #DEFAULT_AUDIENCE} that ends after {@link #DEFAULT_LIFETIME} and has an id of 128
   * random bits.
   *
   * @param issuedAt its fraction of a second is dropped
   */
  public static HubToken forIdentity(
      Libp2pPublicKey identity, Instant issuedAt, RandomGenerator random) {
    byte[] id = new byte[ID_LENGTH];
    random.nextBytes(id);
    Instant second = wholeSecond(issuedAt);
    return new HubToken(
        identity, second, second.plus(DEFAULT_LIFETIME), Multibase.encode(id), DEFAULT_AUDIENCE);
  }

  /**
   * A token exactly as a Hub issued it: {@code iat}, {@code iss}, {@code sub} and nothing else. It never
   * ends, and two of one second are the same text. Only for what insists on that.
   */
  public static HubToken hubExact(Libp2pPublicKey identity, Instant issuedAt) {
    return new HubToken(identity, wholeSecond(issuedAt), null, null, null);
  }

  /**
   * With another lifetime, in whole seconds; fractions are dropped.
   *
   * @throws IllegalArgumentException if it is less than a second or more than {@link #MAX_LIFETIME}
   * @throws IllegalStateException on a token of {@link #hubExact}
   */
  public HubToken validFor(Duration lifetime) {
    refuseHubExact();
    if (lifetime.toSeconds() < 1 || lifetime.compareTo(MAX_LIFETIME) > 0) {
      throw new IllegalArgumentException("a token lives 1 s to " + MAX_LIFETIME.toDays() + " d");
    }
    return new HubToken(
        identity, issuedAt, issuedAt.plusSeconds(lifetime.toSeconds()), id, audience);
  }

  /** Whether a token can be for this: 1 to {@value Audience#MAX_LENGTH} visible ASCII characters. */
  public static boolean isAudience(String text) {
    return Audience.isOne(text);
  }

  /**
   * For another audience: 1 to {@value Audience#MAX_LENGTH} visible ASCII characters.
   *
   * @throws IllegalArgumentException if it is none
   * @throws IllegalStateException on a token of {@link #hubExact}
   */
  public HubToken audience(String forWhat) {
    refuseHubExact();
    if (!Audience.isOne(forWhat)) {
      throw new IllegalArgumentException(Audience.RULE);
    }
    return new HubToken(identity, issuedAt, expiresAt, id, forWhat);
  }

  private void refuseHubExact() {
    if (id == null) {
      throw new IllegalStateException("a token exactly as of a Hub has no end and no audience");
    }
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  /** Empty for a token of {@link #hubExact}, which never ends. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /** By which it can be revoked; empty for a token of {@link #hubExact}. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** What it is for; empty for a token of {@link #hubExact}. */
  public Optional<String> audience() {
    return Optional.ofNullable(audience);
  }

  /** The token's text. */
  public String signedBy(Libp2pPrivateKey issuer) {
    JsonObject.Builder claims = JsonObject.builder();
    if (audience != null) {
      claims.put("aud", audience);
    }
    if (expiresAt != null) {
      claims.put("exp", expiresAt.getEpochSecond());
    }
    if (id != null) {
      claims.put("jti", id);
    }
    claims
        .put("iat", issuedAt.getEpochSecond())
        .put("iss", issuer.publicKey().text())
        .put("sub", identity.text());
    return Jwt.of(claims.build()).signedBy(SigningKey.ed25519(issuer.ed25519()));
  }

  private static Instant wholeSecond(Instant time) {
    return Instant.ofEpochSecond(time.getEpochSecond());
  }
}
