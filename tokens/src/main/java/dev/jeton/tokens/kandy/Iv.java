package dev.jeton.tokens.kandy;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** The IV of a CBC token: 16 characters out of A-Z, a-z, 0-9, used as their ASCII bytes. */
final class Iv {
  static final int LENGTH = 16;

  /** What ECB has. */
  static final byte[] NONE = {};

  private static final byte[] ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
          .getBytes(StandardCharsets.US_ASCII);
  private static final int SIX_BITS = 0x3F;

  private Iv() {}

  /** Six random bits at a time; the two values beyond the alphabet are drawn again, not folded. */
  static byte[] random(RandomGenerator random) {
    byte[] iv = new byte[LENGTH];
    int filled = 0;
    while (filled < LENGTH) {
      long bits = random.nextLong();
      for (int i = 0; i < Long.SIZE / 6 && filled < LENGTH; i++) {
        int value = (int) bits & SIX_BITS;
        bits >>>= 6;
        if (value < ALPHABET.length) {
          iv[filled++] = ALPHABET[value];
        }
      }
    }
    return iv;
  }

  static boolean mayHold(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
