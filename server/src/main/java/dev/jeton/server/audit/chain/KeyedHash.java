package dev.jeton.server.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The first bytes of an HMAC-SHA256, as they stand in a row. For one thread. */
final class KeyedHash {
  static final int BYTES = 16;

  private static final String HMAC = "HmacSHA256";

  private final Mac mac;
  private final byte[] out = new byte[32];

  KeyedHash(byte[] key) {
    try {
      mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  /** The whole hash; the array is that of the next call too, and a row has its first bytes. */
  byte[] compute(String text) {
    mac.update(text.getBytes(StandardCharsets.UTF_8));
    try {
      mac.doFinal(out, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a hash needs 32 bytes", e);
    }
    return out;
  }

  String hex(String text) {
    return HexFormat.of().formatHex(compute(text), 0, BYTES);
  }
}
