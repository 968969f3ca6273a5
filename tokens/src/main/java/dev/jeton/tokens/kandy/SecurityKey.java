package dev.jeton.tokens.kandy;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.crypto.HmacSha256;
import javax.crypto.spec.SecretKeySpec;

/**
 * The Security Key of a realm. Its UTF-8 bytes are the AES key and, in a CBC realm, the HMAC key
 * too. So bytes count and not characters: 16 for ECB, 32 for CBC.
 */
public final class SecurityKey {
  private final KandyCipher cipher;
  private final Secret secret;
  private final byte[] bytes;
  private final SecretKeySpec aes;

  private SecurityKey(KandyCipher cipher, Secret secret, byte[] bytes) {
    this.cipher = cipher;
    this.secret = secret;
    this.bytes = bytes;
    aes = new SecretKeySpec(bytes, "AES");
  }

  /**
   * The key, or BAD_KEY_LENGTH with a detail such as "17 bytes, need 16". The vendor's own sample
   * configuration has keys of 17 characters, so people will have such keys.
   */
  public static Outcome<SecurityKey> read(KandyCipher cipher, Secret secret) {
    if (secret.length() != cipher.keyBytes()) {
      return Outcome.refused(
          Reason.BAD_KEY_LENGTH, secret.length() + " bytes, need " + cipher.keyBytes());
    }
    return Outcome.accepted(
        new SecurityKey(cipher, secret, secret.reveal(SecretAccess.forCryptography())));
  }

  /**
   * The key.
   *
   * @throws IllegalArgumentException if it has not the number of bytes that the cipher takes: "17
   *     bytes, need 16 (BAD_KEY_LENGTH)". It does not repeat the key
   */
  public static SecurityKey of(KandyCipher cipher, Secret secret) {
    Outcome<SecurityKey> outcome = read(cipher, secret);
    if (outcome instanceof Outcome.Refused<SecurityKey> refused) {
      throw new IllegalArgumentException(refused.detail() + " (" + refused.reason() + ")");
    }
    return ((Outcome.Accepted<SecurityKey>) outcome).value();
  }

  /** The cipher that it is for. */
  public KandyCipher cipher() {
    return cipher;
  }

  /** The secret itself, for checks against the list of published ones. */
  public Secret secret() {
    return secret;
  }

  SecretKeySpec aes() {
    return aes;
  }

  /** Starts an HMAC under this key. */
  void key(HmacSha256 hmac) {
    hmac.key(bytes, 0, bytes.length);
  }

  @Override
  public String toString() {
    return "SecurityKey[" + cipher + ", redacted]";
  }
}
