package dev.jeton.tokens.jwt;

import dev.jeton.tokens.json.JsonNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * A time claim (RFC 7519 section 2): seconds since 1970-01-01T00:00:00Z, with fractions if need be,
 * within the range of {@link Instant}. A fraction is dropped towards the side that lets a token live
 * shorter.
 */
public record NumericDate(BigDecimal seconds) {
  private static final BigDecimal MIN = BigDecimal.valueOf(Instant.MIN.getEpochSecond());
  private static final BigDecimal MAX = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

  /**
   * @throws IllegalArgumentException if it is out of range
   */
  public NumericDate {
    if (!isInRange(seconds)) {
      throw new IllegalArgumentException("a time is within the range of Instant");
    }
  }

  /** The time, if the number is in range. */
  public static Optional<NumericDate> of(JsonNumber number) {
    return isInRange(number.value())
        ? Optional.of(new NumericDate(number.value()))
        : Optional.empty();
  }

  private static boolean isInRange(BigDecimal seconds) {
    return seconds.compareTo(MIN) >= 0 && seconds.compareTo(MAX) <= 0;
  }

  /** The last whole second that is not after it: for {@code exp}. */
  public Instant roundedDown() {
    return rounded(RoundingMode.FLOOR);
  }

  /** The first whole second that is not before it: for {@code nbf} and {@code iat}. */
  public Instant roundedUp() {
    return rounded(RoundingMode.CEILING);
  }

  private Instant rounded(RoundingMode mode) {
    return Instant.ofEpochSecond(seconds.setScale(0, mode).longValueExact());
  }
}
