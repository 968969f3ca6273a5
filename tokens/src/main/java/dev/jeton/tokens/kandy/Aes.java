package dev.jeton.tokens.kandy;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/**
 * AES over whole blocks, in place, with reused ciphers. Padding is {@link Pkcs7}'s: the platform's
 * own throws, which costs time that an attacker can measure. Not thread-safe.
 */
final class Aes {
  static final int BLOCK = 16;

  private final Cipher ecb = cipher("AES/ECB/NoPadding");
  private final Cipher cbc = cipher("AES/CBC/NoPadding");

  void encrypt(SecurityKey key, byte[] iv, byte[] bytes, int length) {
    run(Cipher.ENCRYPT_MODE, key, iv, bytes, length);
  }

  void decrypt(SecurityKey key, byte[] iv, byte[] bytes, int length) {
    run(Cipher.DECRYPT_MODE, key, iv, bytes, length);
  }

  private void run(int mode, SecurityKey key, byte[] iv, byte[] bytes, int length) {
    try {
      Cipher cipher = key.cipher() == KandyCipher.CBC ? cbc : ecb;
      if (key.cipher() == KandyCipher.CBC) {
        cipher.init(mode, key.aes(), new IvParameterSpec(iv));
      } else {
        cipher.init(mode, key.aes());
      }
      cipher.doFinal(bytes, 0, length, bytes, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES over whole blocks cannot fail", e);
    }
  }

  private static Cipher cipher(String transformation) {
    try {
      return Cipher.getInstance(transformation);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + transformation, e);
    }
  }
}
