package dev.jeton.bench.kandy;

import dev.jeton.tokens.crypto.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cryptography of three tokens over bytes that lie ready: AES by a reused cipher, and under CBC
 * HMAC-SHA256 by a reused digest over the text of IV and ciphertext.
 */
final class BareAes {
  private static final int TOKENS = 3;
  private static final byte[] IV = "AbCdEfGh01234567".getBytes(StandardCharsets.US_ASCII);

  private final byte[] keyBytes;
  private final SecretKeySpec key;
  private final Cipher cipher;
  private final boolean cbc;
  private final HmacSha256 hmac = new HmacSha256();
  private final byte[] mac = new byte[HmacSha256.LENGTH];
  private final byte[] plaintext;
  private final byte[] ciphertext;
  private final byte[] text;
  private final byte[] target = new byte[128];

  BareAes(String transformation, String keyText) {
    cbc = transformation.contains("CBC");
    keyBytes = keyText.getBytes(StandardCharsets.UTF_8);
    key = new SecretKeySpec(keyBytes, "AES");
    String marker = cbc ? ";x-ts=" : ";";
    plaintext =
        ("sip:guest-512@example.com" + marker + "1700000000000").getBytes(StandardCharsets.UTF_8);
    try {
      cipher = Cipher.getInstance(transformation);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + transformation, e);
    }
    int length = run(Cipher.ENCRYPT_MODE, plaintext);
    ciphertext = Arrays.copyOf(target, length);
    String hex = HexFormat.of().formatHex(ciphertext).toUpperCase(Locale.ROOT);
    text = (new String(IV, StandardCharsets.US_ASCII) + hex).getBytes(StandardCharsets.US_ASCII);
  }

  /** Encrypts three plaintexts, then the codes. */
  byte[] seal() {
    return three(Cipher.ENCRYPT_MODE, plaintext);
  }

  /** The codes, and three decryptions. */
  byte[] open() {
    return three(Cipher.DECRYPT_MODE, ciphertext);
  }

  private byte[] three(int mode, byte[] bytes) {
    for (int i = 0; i < TOKENS; i++) {
      if (cbc) {
        hmac.key(keyBytes, 0, keyBytes.length).update(text, 0, text.length).finish(mac, 0);
      }
      run(mode, bytes);
    }
    return target;
  }

  private int run(int mode, byte[] bytes) {
    try {
      if (cbc) {
        cipher.init(mode, key, new IvParameterSpec(IV));
      } else {
        cipher.init(mode, key);
      }
      return cipher.doFinal(bytes, 0, bytes.length, target, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES of its own bytes cannot fail", e);
    }
  }
}
