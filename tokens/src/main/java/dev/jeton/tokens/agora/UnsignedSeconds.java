package dev.jeton.tokens.agora;

import java.time.Duration;

/** Times in tokens are unsigned 32-bit seconds. */
final class UnsignedSeconds {
  private static final long MAX = 0xffff_ffffL;

  private UnsignedSeconds() {}

  static long of(String what, Duration duration) {
    if (duration.getNano() != 0) {
      throw new IllegalArgumentException(what + " is whole seconds, not " + duration);
    }
    return check(what, duration.getSeconds());
  }

  static long check(String what, long seconds) {
    if (seconds < 0 || seconds > MAX) {
      throw new IllegalArgumentException(what + " is 0.." + MAX + " seconds, not " + seconds);
    }
    return seconds;
  }
}
