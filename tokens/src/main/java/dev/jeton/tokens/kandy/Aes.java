package dev.jeton.tokens.kandy;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * AES over whole blocks, in place, with reused ciphers. Padding is {@link Pkcs7}'s: the platform's
 * own throws, which costs time that an attacker can measure. Not thread-safe.
 */
final class Aes {
  static final int BLOCK = 16;

  private final Cipher ecb = cipher("AES/ECB/NoPadding");
  private final Cipher cbc = cipher("AES/CBC/NoPadding");
  private @Nullable SecurityKey ecbKey;
  private int ecbMode;

  void encrypt(SecurityKey key, byte[] iv, byte[] bytes, int length) {
    run(Cipher.ENCRYPT_MODE, key, iv, bytes, length);
  }

  void decrypt(SecurityKey key, byte[] iv, byte[] bytes, int length) {
    run(Cipher.DECRYPT_MODE, key, iv, bytes, length);
  }

  private void run(int mode, SecurityKey key, byte[] iv, byte[] bytes, int length) {
    try {
      Cipher cipher = key.cipher() == KandyCipher.CBC ? cbc(mode, key, iv) : ecb(mode, key);
      cipher.doFinal(bytes, 0, length, bytes, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES over whole blocks cannot fail", e);
    }
  }

  private Cipher cbc(int mode, SecurityKey key, byte[] iv) throws GeneralSecurityException {
    cbc.init(mode, key.aes(), new IvParameterSpec(iv));
    return cbc;
  }

  /** Without an IV it is ready again after each message, so the same key need not be set twice. */
  private Cipher ecb(int mode, SecurityKey key) throws GeneralSecurityException {
    if (!key.equals(ecbKey) || mode != ecbMode) {
      ecb.init(mode, key.aes());
      ecbKey = key;
      ecbMode = mode;
    }
    return ecb;
  }

  private static Cipher cipher(String transformation) {
    try {
      return Cipher.getInstance(transformation);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + transformation, e);
    }
  }
}
