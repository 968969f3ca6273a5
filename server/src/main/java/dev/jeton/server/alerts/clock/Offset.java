package dev.jeton.server.alerts.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * How far this machine's clock is ahead of another; negative when it is behind.
 *
 * @param by the best guess
 * @param give by how much the guess may be wrong, because asking took time
 */
record Offset(Duration by, Duration give) {

  /** What follows from an answer that was asked for and got at these times of this machine. */
  static Offset of(Instant asked, Instant theirs, Instant answered) {
    Duration half = Duration.between(asked, answered).dividedBy(2);
    return new Offset(Duration.between(theirs, asked.plus(half)), half);
  }

  /** Whether it is certainly further off than that. */
  boolean isBeyond(Duration limit) {
    return by.abs().minus(give).compareTo(limit) > 0;
  }

  double seconds() {
    return by.toNanos() / 1e9;
  }

  /** In words. */
  String text() {
    double seconds = Math.abs(by.toMillis()) / 1000.0;
    return seconds + " s " + (by.isNegative() ? "behind" : "ahead of");
  }
}
