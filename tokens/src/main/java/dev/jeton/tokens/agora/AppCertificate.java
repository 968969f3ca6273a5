package dev.jeton.tokens.agora;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.crypto.HmacSha256;
import org.jspecify.annotations.Nullable;

/**
 * An Agora App Certificate: the secret of a project, 32 hex digits. It is used as those 32 ASCII
 * characters and never decoded, so its letter case matters.
 */
public final class AppCertificate {
  private final Secret secret;
  private final byte[] text;
  private volatile @Nullable FirstKey lastFirstKey;

  /** The first derived key of 007, which depends on nothing but certificate and issue second. */
  private static final class FirstKey {
    private final int issueTs;
    private final byte[] bytes;

    FirstKey(int issueTs, byte[] bytes) {
      this.issueTs = issueTs;
      this.bytes = bytes;
    }
  }

  private AppCertificate(Secret secret, byte[] text) {
    this.secret = secret;
    this.text = text;
  }

  /**
   * The certificate with these 32 characters.
   *
   * @throws IllegalArgumentException if it is not 32 hex digits; the message does not repeat it
   */
  public static AppCertificate of(Secret secret) {
    byte[] text = secret.reveal(SecretAccess.forCryptography());
    if (text.length != Hex32.LENGTH) {
      throw new IllegalArgumentException(
          "an App Certificate is 32 hex digits, not " + text.length + " characters");
    }
    for (byte b : text) {
      if (!Hex32.isHex(b)) {
        throw new IllegalArgumentException(
            "an App Certificate is 32 hex digits 0-9, a-f, A-F; this one has other characters");
      }
    }
    return new AppCertificate(secret, text);
  }

  /** The secret itself, for checks against the list of published ones. */
  public Secret secret() {
    return secret;
  }

  /** Starts an HMAC whose key is the certificate, as 006 signs. */
  void key(HmacSha256 hmac) {
    hmac.key(text, 0, text.length);
  }

  /**
   * {@code HMAC(key = LE32(issueTs), data = certificate)}. The last one is kept: a busy server asks
   * for the same second many thousand times.
   */
  byte[] firstKey(HmacSha256 hmac, int issueTs) {
    FirstKey last = lastFirstKey;
    if (last != null && last.issueTs == issueTs) {
      return last.bytes;
    }
    byte[] little = {
      (byte) issueTs, (byte) (issueTs >>> 8), (byte) (issueTs >>> 16), (byte) (issueTs >>> 24)
    };
    byte[] key = new byte[HmacSha256.LENGTH];
    hmac.key(little, 0, little.length).update(text, 0, text.length).finish(key, 0);
    lastFirstKey = new FirstKey(issueTs, key);
    return key;
  }

  @Override
  public String toString() {
    return "AppCertificate[redacted]";
  }
}
