package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as Go 1.19 reads RFC 3339, which is how a Hub reads them. Looser than the RFC: a fraction of any
 * length after a point or a comma, and an hour of one digit. No looser than that: a blank for {@code T},
 * {@code t} and {@code z}, the basic form, 24:00 and leap seconds are refused. An offset goes to 24 hours
 * and 60 minutes. What a fraction has beyond nanoseconds is dropped. At most {@value #MAX_LENGTH}
 * characters.
 */
final class GoTime {
  static final int MAX_LENGTH = 128;

  private static final Pattern FORM = Pattern.compile(
      "([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:[.,]([0-9]+))?"
          + "(?:Z|([+-])([0-9]{2}):([0-9]{2}))");
  private static final int MAX_OFFSET_HOURS = 24;
  private static final int MAX_OFFSET_MINUTES = 60;
  private static final int NANO_DIGITS = 9;

  private GoTime() {}

  static Outcome<Instant> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Outcome.refused(Reason.TOO_LARGE, "its time is longer than any real one");
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return malformed();
    }
    try {
      LocalDateTime local = LocalDateTime.of(
          number(form, 1),
          number(form, 2),
          number(form, 3),
          number(form, 4),
          number(form, 5),
          number(form, 6),
          nanos(form.group(7)));
      return form.group(8) == null
          ? Outcome.accepted(local.toInstant(ZoneOffset.UTC))
          : atOffset(local, form);
    } catch (DateTimeException e) {
      return malformed();
    }
  }

  private static Outcome<Instant> atOffset(LocalDateTime local, Matcher form) {
    int hours = number(form, 9);
    int minutes = number(form, 10);
    if (hours > MAX_OFFSET_HOURS || minutes > MAX_OFFSET_MINUTES) {
      return malformed();
    }
    long seconds = (hours * 60L + minutes) * 60;
    return Outcome.accepted(local
        .toInstant(ZoneOffset.UTC)
        .minusSeconds("-".equals(form.group(8)) ? -seconds : seconds));
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }

  private static int nanos(@Nullable String fraction) {
    if (fraction == null) {
      return 0;
    }
    String digits = fraction.length() > NANO_DIGITS ? fraction.substring(0, NANO_DIGITS) : fraction;
    return Integer.parseInt(digits + "0".repeat(NANO_DIGITS - digits.length()));
  }

  private static Outcome<Instant> malformed() {
    return Outcome.refused(Reason.MALFORMED, "its time is none of RFC 3339");
  }
}
