package dev.jeton.tokens.kandy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The creation time in a plaintext: ASCII digits, 13 of Unix milliseconds or 10 of seconds. */
final class Timestamp {
  static final int MILLIS_DIGITS = 13;
  static final int SECONDS_DIGITS = 10;

  private static final long LEAST = 1_000_000_000_000L;
  private static final long LARGEST = 9_999_999_999_999L;

  private Timestamp() {}

  static byte[] digits(Instant time) {
    long millis = time.toEpochMilli();
    if (millis < LEAST || millis > LARGEST) {
      throw new IllegalArgumentException(
          "the time must lie between 2001-09-09 and 2286-11-20, where it has 13 digits");
    }
    return Long.toString(millis).getBytes(StandardCharsets.US_ASCII);
  }

  /** The time that digits stand for, their number telling the unit. */
  static long millis(byte[] digits, int from, int end) {
    long value = 0;
    for (int i = from; i < end; i++) {
      value = 10 * value + digits[i] - '0';
    }
    return end - from == SECONDS_DIGITS ? 1000 * value : value;
  }
}
