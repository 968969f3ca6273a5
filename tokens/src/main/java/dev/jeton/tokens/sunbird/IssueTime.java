package dev.jeton.tokens.sunbird;

import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * An {@code iat} that is read for people, in any of the spellings that are about: RFC 7519 has a
 * number of seconds, Sunbird's documents show a text of milliseconds.
 *
 * @param instant when it was issued
 * @param isText whether it is a text of digits instead of a number
 * @param inMilliseconds whether it counts milliseconds: above 1e11, which as seconds is the year 5138
 */
public record IssueTime(Instant instant, boolean isText, boolean inMilliseconds) {
  private static final BigDecimal LARGEST_SECONDS = BigDecimal.valueOf(100_000_000_000L);
  private static final int MAX_DIGITS = 18;

  /** The {@code iat} of these claims; empty where there is none that can be read. */
  public static Optional<IssueTime> of(JsonObject claims) {
    JsonValue iat = claims.get("iat");
    if (iat instanceof JsonNumber number) {
      return of(number.value(), false);
    }
    if (iat instanceof JsonText text && isDigits(text.value())) {
      return of(new BigDecimal(text.value()), true);
    }
    return Optional.empty();
  }

  /** As RFC 7519 has it. */
  public boolean isStandard() {
    return !isText && !inMilliseconds;
  }

  private static Optional<IssueTime> of(BigDecimal value, boolean isText) {
    boolean milliseconds = value.compareTo(LARGEST_SECONDS) > 0;
    BigDecimal seconds = milliseconds ? value.movePointLeft(3) : value;
    return Seconds.instant(seconds.setScale(3, RoundingMode.FLOOR))
        .map(instant -> new IssueTime(instant, isText, milliseconds));
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
