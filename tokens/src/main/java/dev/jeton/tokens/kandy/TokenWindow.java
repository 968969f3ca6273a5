package dev.jeton.tokens.kandy;

import java.time.Duration;

/**
 * When a realm's tokens are valid: {@code now - ts <= duration} and {@code ts - now <= skew}, both
 * ends included, in milliseconds.
 *
 * @param duration the realm's "Duration to Expire Authentication"
 * @param skew how far in the future the creation time may lie, for clocks that differ
 * @param timestamps which creation times are taken
 */
public record TokenWindow(Duration duration, Duration skew, Timestamps timestamps) {
  /** One minute. */
  public static final Duration DEFAULT_SKEW = Duration.ofSeconds(60);

  private static final Duration LONGEST = Duration.ofDays(366);

  /**
   * A window.
   *
   * @throws IllegalArgumentException if one of them is negative or longer than a year
   */
  public TokenWindow {
    require(duration);
    require(skew);
  }

  private static void require(Duration length) {
    if (length.isNegative() || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("duration and skew lie between 0 and 366 days");
    }
  }

  /** Of this length, with the usual skew, in milliseconds. */
  public static TokenWindow of(Duration duration) {
    return new TokenWindow(duration, DEFAULT_SKEW, Timestamps.MILLISECONDS);
  }

  /** With another allowance for clocks that differ. */
  public TokenWindow skew(Duration allowed) {
    return new TokenWindow(duration, allowed, timestamps);
  }

  /** With other creation times. */
  public TokenWindow timestamps(Timestamps taken) {
    return new TokenWindow(duration, skew, taken);
  }
}
