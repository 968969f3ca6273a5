package dev.jeton.tokens.kandy;

import java.util.Arrays;

/** PKCS#7 padding to blocks of 16 bytes (RFC 5652, 6.3). */
final class Pkcs7 {
  private Pkcs7() {}

  /** The length with padding: always longer by 1..16. */
  static int paddedLength(int length) {
    return length + Aes.BLOCK - length % Aes.BLOCK;
  }

  /** Fills up behind {@code length}. */
  static void pad(byte[] bytes, int length) {
    int end = paddedLength(length);
    Arrays.fill(bytes, length, end, (byte) (end - length));
  }

  /**
   * How many of the last bytes are padding, 0 if they are none. Looks at a whole block whatever
   * stands there, without a branch on it.
   */
  static int padding(byte[] bytes, int length) {
    int pad = bytes[length - 1] & 0xFF;
    int wrong = ((pad - 1) | (Aes.BLOCK - pad)) >> 31;
    for (int i = 0; i < Aes.BLOCK; i++) {
      int within = (i - pad) >> 31;
      wrong |= within & ((bytes[length - 1 - i] & 0xFF) ^ pad);
    }
    int right = ~((wrong | -wrong) >> 31);
    return pad & right;
  }
}
