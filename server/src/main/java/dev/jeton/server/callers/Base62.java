package dev.jeton.server.callers;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/** Digits and letters, which survive a double click, a URL and a shell without quotes. */
final class Base62 {
  private static final String SIGNS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private Base62() {}

  static String random(int length, RandomGenerator random) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return text.toString();
  }

  /** The CRC-32 of an ASCII text, which always fits into six signs. */
  static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    char[] signs = new char[6];
    long left = crc.getValue();
    for (int i = signs.length - 1; i >= 0; i--) {
      signs[i] = SIGNS.charAt((int) (left % SIGNS.length()));
      left /= SIGNS.length();
    }
    return new String(signs);
  }

  static boolean isMadeOf(String text) {
    return text.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
  }
}
