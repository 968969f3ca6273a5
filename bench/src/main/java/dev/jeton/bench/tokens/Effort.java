package dev.jeton.bench.tokens;

import java.time.Duration;

/**
 * How long is measured: rounds, and in each round and contender some slices of time. Slices are short
 * and many, so that one of them falls between whatever else runs on the machine.
 */
record Effort(int rounds, int warmups, int measurements, Duration slice) {
  static final Effort QUICK = new Effort(1, 8, 8, Duration.ofMillis(100));
  static final Effort FULL = new Effort(3, 20, 20, Duration.ofMillis(100));
}
