package dev.jeton.server.limits;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** When to try again: after half a second, then after twice as long each time, up to half a minute. */
final class Backoff {
  private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);

  private final LongSupplier nanos;
  private final RandomGenerator random;
  private long pause;
  private long since;

  Backoff(LongSupplier nanos, RandomGenerator random) {
    this.nanos = nanos;
    this.random = random;
  }

  boolean isOver() {
    return pause == 0 || nanos.getAsLong() - since >= pause;
  }

  void worked() {
    pause = 0;
  }

  /** Nodes that lost the same server do not come back all at once. */
  void failed() {
    long next = pause == 0 ? FIRST : Math.min(LONGEST, 2 * pause);
    pause = next - random.nextLong(next / 4);
    since = nanos.getAsLong();
  }
}
