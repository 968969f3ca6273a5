package dev.jeton.server.vault;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When versions end; null stands for no end. */
final class Ends {
  private Ends() {}

  static @Nullable Instant after(Instant now, @Nullable Duration overlap) {
    if (overlap != null && overlap.isNegative()) {
      throw new IllegalArgumentException("an overlap is not negative");
    }
    return overlap == null ? null : now.plus(overlap);
  }

  static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
