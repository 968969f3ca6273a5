package dev.jeton.server.alerts;

import dev.jeton.server.alerts.Condition.Urgency;
import java.time.Duration;
import java.time.Instant;

/** How near an end is. */
final class Nearness {
  private static final Duration SOON = Duration.ofDays(3);
  private static final Duration URGENT = Duration.ofDays(1);

  private Nearness() {}

  /** An end that comes exactly then has come. */
  static Urgency of(Instant end, Instant now, Duration within) {
    Duration left = Duration.between(now, end);
    if (left.isZero() || left.isNegative()) {
      return Urgency.OVER;
    }
    if (left.compareTo(URGENT) <= 0) {
      return Urgency.URGENT;
    }
    if (left.compareTo(within) > 0) {
      return Urgency.NOT_YET;
    }
    return left.compareTo(SOON) <= 0 ? Urgency.SOON : Urgency.NOTICE;
  }

  static String detail(Instant end, Instant now) {
    return now.isBefore(end)
        ? "it ends at " + end + "; make another one take its place before"
        : "it ended at " + end + " and counts no more; make another one take its place";
  }
}
