package dev.jeton.server.store;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Growing pauses between attempts, a little different on each node so that not all come at once. */
final class Pauses {
  private static final long FIRST_MILLIS = 200;
  private static final long LONGEST_MILLIS = 10_000;

  private final RandomGenerator random;
  private long millis = FIRST_MILLIS;

  Pauses(RandomGenerator random) {
    this.random = random;
  }

  void startOver() {
    millis = FIRST_MILLIS;
  }

  /** Between half of the pause and all of it. */
  Duration next() {
    long longest = millis;
    millis = Math.min(millis * 2, LONGEST_MILLIS);
    return Duration.ofMillis(random.nextLong(longest / 2, longest + 1));
  }
}
