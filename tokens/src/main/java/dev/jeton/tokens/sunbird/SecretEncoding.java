package dev.jeton.tokens.sunbird;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.SigningKey;
import java.util.Base64;

/** How a credential's secret stands for the bytes of the HMAC key. */
public enum SecretEncoding {
  /** The key is the UTF-8 of the text, also where that looks like hex: Kong's default. */
  UTF8("utf8"),
  /** The text is Base64 of the key, padded or not: Kong's {@code secret_is_base64}. */
  BASE64("base64"),
  /** The same in the URL-safe alphabet. */
  BASE64URL("base64url");

  private final String word;

  SecretEncoding(String word) {
    this.word = word;
  }

  /** The word in settings. */
  public String word() {
    return word;
  }

  /**
   * The key of a secret. It may be shorter than RFC 7518 section 3.2 wants: Kong hands out 32
   * characters for HS384 and HS512 as well.
   *
   * @throws IllegalArgumentException if the secret is empty or not so encoded, which the message does
   *     not repeat, or the algorithm takes no secret
   */
  public SigningKey key(Algorithm algorithm, Secret secret) {
    return SigningKey.hmacOfAnyLength(algorithm, bytesOf(secret));
  }

  /**
   * The bytes that the secret stands for.
   *
   * @throws IllegalArgumentException if it is not so encoded, which the message does not repeat
   */
  public Secret bytesOf(Secret secret) {
    byte[] text = secret.reveal(SecretAccess.forCryptography());
    try {
      return switch (this) {
        case UTF8 -> secret;
        case BASE64 -> Secret.ofBytes(Base64.getDecoder().decode(text));
        case BASE64URL -> Secret.ofBytes(Base64.getUrlDecoder().decode(text));
      };
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the secret is not " + word);
    }
  }
}
