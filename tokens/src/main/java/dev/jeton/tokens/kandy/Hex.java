package dev.jeton.tokens.kandy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Hex straight into and out of byte arrays. */
final class Hex {
  private static final byte[] LOWER = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] UPPER = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  /** What a character stands for, -1 if it is no digit. */
  private static final byte[] VALUES = values();

  private Hex() {}

  static void write(byte[] bytes, int length, boolean upper, byte[] target, int offset) {
    byte[] digits = upper ? UPPER : LOWER;
    for (int i = 0; i < length; i++) {
      target[offset + 2 * i] = digits[(bytes[i] >> 4) & 0xF];
      target[offset + 2 * i + 1] = digits[bytes[i] & 0xF];
    }
  }

  /** The bytes of an even number of digits of either case, or null when one is none. */
  static byte @Nullable [] read(byte[] text, int from, int end) {
    byte[] bytes = new byte[(end - from) / 2];
    int all = 0;
    for (int i = 0; i < bytes.length; i++) {
      int high = VALUES[text[from + 2 * i] & 0xFF];
      int low = VALUES[text[from + 2 * i + 1] & 0xFF];
      all |= high | low;
      bytes[i] = (byte) (high << 4 | low);
    }
    return all >= 0 ? bytes : null;
  }

  /** Whether all of it is hex digits of either case. */
  static boolean isHex(byte[] text, int from, int end) {
    int all = 0;
    for (int i = from; i < end; i++) {
      all |= VALUES[text[i] & 0xFF];
    }
    return all >= 0;
  }

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < UPPER.length; i++) {
      values[UPPER[i]] = (byte) i;
      values[LOWER[i]] = (byte) i;
    }
    return values;
  }
}
