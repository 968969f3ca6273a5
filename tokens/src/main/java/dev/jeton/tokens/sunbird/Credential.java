package dev.jeton.tokens.sunbird;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.jwt.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * What a developer gets from Sunbird: a key, which tokens name as {@code iss}, and a secret or key
 * pair, which signs them.
 *
 * <pre>{@code
 * SigningKey secret = SecretEncoding.UTF8.key(Algorithm.HS256, Secret.ofText(text));
 * Credential credential = Credential.of("7d3f...", secret.verificationKey());
 * }</pre>
 *
 * @param key 1 to {@value #MAX_KEY_LENGTH} characters; 32 hex digits where Jeton made it
 * @param verificationKey the secret or the public key, and the one algorithm that goes with it
 * @param profile how much is demanded of its tokens
 * @param maximumLifetime how long a token of the strict profile may live
 */
public record Credential(
    String key, VerificationKey verificationKey, Profile profile, Duration maximumLifetime) {

  /** Five minutes. */
  public static final Duration DEFAULT_MAXIMUM_LIFETIME = Duration.ofMinutes(5);

  /** The longest key, in characters. */
  public static final int MAX_KEY_LENGTH = 256;

  private static final int KEY_BYTES = 16;
  private static final int SECRET_LENGTH = 64;
  private static final String SECRET_ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the key is empty, too long or no Unicode text, or the
   *     lifetime is not positive
   */
  public Credential {
    if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
      throw new IllegalArgumentException(
          "a credential's key has 1 to " + MAX_KEY_LENGTH + " characters");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(key)) {
      throw new IllegalArgumentException("a credential's key is Unicode text");
    }
    if (maximumLifetime.isNegative() || maximumLifetime.isZero()) {
      throw new IllegalArgumentException("the maximum lifetime is at least a second");
    }
  }

  /** A strict credential whose tokens live five minutes at most. */
  public static Credential of(String key, VerificationKey verificationKey) {
    return new Credential(key, verificationKey, Profile.STRICT, DEFAULT_MAXIMUM_LIFETIME);
  }

  /** The same credential with another profile. */
  public Credential profile(Profile demanded) {
    return new Credential(key, verificationKey, demanded, maximumLifetime);
  }

  /** The same credential with another limit for its strict tokens. */
  public Credential maximumLifetime(Duration limit) {
    return new Credential(key, verificationKey, profile, limit);
  }

  /** A new key: 32 hex digits, as Kong has them. */
  public static String randomKey(RandomGenerator random) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * A new secret: 64 letters and digits, long enough for HS512.
   *
   * @param random a generator for keys, as {@code SecureRandom} is
   */
  public static Secret randomSecret(RandomGenerator random) {
    StringBuilder text = new StringBuilder(SECRET_LENGTH);
    for (int i = 0; i < SECRET_LENGTH; i++) {
      text.append(SECRET_ALPHABET.charAt(random.nextInt(SECRET_ALPHABET.length())));
    }
    return Secret.ofText(text.toString());
  }
}
