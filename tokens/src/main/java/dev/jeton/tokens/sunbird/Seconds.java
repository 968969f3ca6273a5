package dev.jeton.tokens.sunbird;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Unix seconds as exact numbers: claims may have fractions and any size. */
final class Seconds {
  /** The end of the year 9999, the last that RFC 3339 can write. */
  private static final BigDecimal LAST = BigDecimal.valueOf(253_402_300_799L);

  private static final BigDecimal FIRST = BigDecimal.valueOf(-62_135_596_800L);

  private Seconds() {}

  static BigDecimal of(Instant instant) {
    return BigDecimal.valueOf(instant.getEpochSecond())
        .add(BigDecimal.valueOf(instant.getNano(), 9));
  }

  static BigDecimal of(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
  }

  /** The time, to the nanosecond below; empty outside of the years 1 to 9999. */
  static Optional<Instant> instant(BigDecimal seconds) {
    if (seconds.compareTo(FIRST) < 0 || seconds.compareTo(LAST) > 0) {
      return Optional.empty();
    }
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    int nanos = seconds.subtract(whole).movePointRight(9).intValue();
    return Optional.of(Instant.ofEpochSecond(whole.longValueExact(), nanos));
  }
}
