package dev.jeton.tokens.kandy;

import java.nio.charset.StandardCharsets;

/** Hex straight into and out of byte arrays. */
final class Hex {
  private static final byte[] LOWER = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] UPPER = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private Hex() {}

  static void write(byte[] bytes, int length, boolean upper, byte[] target, int offset) {
    byte[] digits = upper ? UPPER : LOWER;
    for (int i = 0; i < length; i++) {
      target[offset + 2 * i] = digits[(bytes[i] >> 4) & 0xF];
      target[offset + 2 * i + 1] = digits[bytes[i] & 0xF];
    }
  }

  /** The bytes of an even number of digits. */
  static byte[] read(String text, int from, int end) {
    byte[] bytes = new byte[(end - from) / 2];
    for (int i = 0; i < bytes.length; i++) {
      char high = text.charAt(from + 2 * i);
      char low = text.charAt(from + 2 * i + 1);
      bytes[i] = (byte) (value(high) << 4 | value(low));
    }
    return bytes;
  }

  /** Whether all of it is hex digits of either case. */
  static boolean isHex(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (value(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int value(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
      return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  }
}
