package dev.jeton.server.sunbird;

import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.sunbird.Credential;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SecretEncoding;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says of a credential, without its secrets.
 *
 * @param key what its tokens have as {@code iss}
 * @param name what callers may name it by, besides its key
 * @param consumer the name of the consumer whose groups its tokens have; empty for one without groups
 * @param publicKey in PEM, where its tokens are only verified here; it has no secret then
 */
public record CredentialSpec(
    String key,
    String name,
    Optional<String> consumer,
    Optional<String> notes,
    Algorithm algorithm,
    Profile profile,
    SecretEncoding encoding,
    Duration maximumLifetime,
    Set<Grant> grants,
    Optional<String> publicKey,
    boolean isDefault) {

  /** What a key or a name may be. */
  public static final String KEY_RULE =
      "1 to " + Credential.MAX_KEY_LENGTH + " visible characters, without a space";

  /** The words of the algorithms. */
  public static final String ALGORITHMS =
      Arrays.stream(Algorithm.values()).map(Algorithm::word).collect(Collectors.joining(", "));

  public CredentialSpec {
    grants = Set.copyOf(grants);
  }

  /** A key or a name; null if it cannot be one. */
  public static @Nullable String visible(String text) {
    boolean fits = !text.isEmpty()
        && text.length() <= Credential.MAX_KEY_LENGTH
        && text.codePoints().allMatch(CredentialSpec::isVisible);
    return fits ? text : null;
  }

  private static boolean isVisible(int c) {
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && !Character.isISOControl(c)
        && Character.getType(c) != Character.FORMAT;
  }

  /** Whether it is strict and yet may mint tokens without an end, which it would not take. */
  public boolean contradictsItself() {
    return profile == Profile.STRICT && grants.contains(Grant.NO_EXPIRY);
  }

  /** Whether its tokens are verified here and not minted. */
  public boolean verifiesOnly() {
    return publicKey.isPresent();
  }

  /** The same as the default one or not. */
  public CredentialSpec marked(boolean standard) {
    return new CredentialSpec(
        key,
        name,
        consumer,
        notes,
        algorithm,
        profile,
        encoding,
        maximumLifetime,
        grants,
        publicKey,
        standard);
  }
}
