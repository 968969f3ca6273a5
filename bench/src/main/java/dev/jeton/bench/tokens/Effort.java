package dev.jeton.bench.tokens;

import java.time.Duration;

/** How long is measured: rounds, and in each round and contender some slices of time. */
record Effort(int rounds, int warmups, int measurements, Duration slice) {
  static final Effort QUICK = new Effort(1, 3, 3, Duration.ofMillis(250));
  static final Effort FULL = new Effort(3, 3, 3, Duration.ofSeconds(1));
}
