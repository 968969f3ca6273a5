package dev.jeton.server.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the words of an operator are read. Null means that they are not understood. */
final class Parsing {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(s|m|h|d)?");
  private static final int LONGEST_SHOWN = 60;

  private Parsing() {}

  static @Nullable Integer whole(String text, int least, int most) {
    if (!text.matches("-?[0-9]{1,10}")) {
      return null;
    }
    long value = Long.parseLong(text);
    return value < least || value > most ? null : (int) value;
  }

  static @Nullable Boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> null;
    };
  }

  static @Nullable Duration duration(String text, Duration least, Duration most) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    long number = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2);
    Duration value =
        switch (unit == null ? "s" : unit) {
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          case "d" -> Duration.ofDays(number);
          default -> Duration.ofSeconds(number);
        };
    return value.compareTo(least) < 0 || value.compareTo(most) > 0 ? null : value;
  }

  static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  /** A value as it may stand in a message: short, and without anything that moves a cursor. */
  static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > LONGEST_SHOWN
        ? '"' + plain.substring(0, LONGEST_SHOWN) + "...\""
        : '"' + plain + '"';
  }
}
