package dev.jeton.tokens.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A number with its exact value: {@code 9007199254740993} stays what it is, where a double would
 * round it. The spelling is not kept: {@code 1e3} and {@code 1000.0} are {@code 1000}.
 *
 * <p>Its magnitude is 0 or within that of a double, and it is written as JavaScript writes numbers,
 * in at most {@value #MAX_LENGTH} characters.
 */
public final class JsonNumber implements JsonValue {
  /** The longest text of a number that is read or written. */
  public static final int MAX_LENGTH = 40;

  private static final BigDecimal LONG_MIN = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

  private final BigDecimal value;

  private JsonNumber(BigDecimal value) {
    this.value = value;
  }

  /** The whole number. */
  public static JsonNumber of(long value) {
    return new JsonNumber(BigDecimal.valueOf(value));
  }

  /**
   * The number.
   *
   * @throws IllegalArgumentException if it is too large or too small for a double, or has too many
   *     digits
   */
  public static JsonNumber of(BigDecimal value) {
    JsonNumber number = bounded(value);
    if (number == null || number.toJson().length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a number has the range of a double and at most " + MAX_LENGTH + " characters");
    }
    return number;
  }

  /** The number that a JSON text spells, or null when it is beyond the limits. */
  static @Nullable JsonNumber parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    try {
      return bounded(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable JsonNumber bounded(BigDecimal value) {
    if (value.signum() == 0) {
      return new JsonNumber(BigDecimal.ZERO);
    }
    double near = value.doubleValue();
    if (near == 0 || Double.isInfinite(near)) {
      return null;
    }
    BigDecimal shortest = value.stripTrailingZeros();
    return new JsonNumber(
        shortest.scale() < 0 && shortest.scale() > -22 ? shortest.setScale(0) : shortest);
  }

  /** The exact value. */
  public BigDecimal value() {
    return value;
  }

  /** The value if it is whole and fits. */
  public OptionalLong wholeValue() {
    if (value.scale() > 0 || value.compareTo(LONG_MIN) < 0 || value.compareTo(LONG_MAX) > 0) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(value.longValueExact());
  }

  /**
   * By the rules of ECMAScript's {@code Number::toString}, over the exact digits; where that is
   * longer than {@value #MAX_LENGTH} characters, plain digits, or else digits and an exponent.
   */
  @Override
  public String toJson() {
    if (value.scale() == 0 && value.precision() <= 21) {
      return value.toString();
    }
    String text = asEcmaScript();
    if (text.length() > MAX_LENGTH) {
      text = value.toPlainString();
    }
    if (text.length() > MAX_LENGTH) {
      text = value.unscaledValue() + "e" + -value.scale();
    }
    return text;
  }

  private String asEcmaScript() {
    BigInteger unscaled = value.unscaledValue();
    String digits = unscaled.abs().toString();
    if (value.scale() <= 0) {
      digits = digits.replaceFirst("0+$", "");
    }
    int point = value.precision() - value.scale();
    String sign = unscaled.signum() < 0 ? "-" : "";
    if (point > 21 || point <= -6) {
      String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
      int exponent = point - 1;
      return sign + digits.charAt(0) + fraction + (exponent < 0 ? "e" : "e+") + exponent;
    }
    if (point <= 0) {
      return sign + "0." + "0".repeat(-point) + digits;
    }
    return sign + digits.substring(0, point) + "." + digits.substring(point);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonNumber that && value.compareTo(that.value) == 0;
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return toJson();
  }
}
