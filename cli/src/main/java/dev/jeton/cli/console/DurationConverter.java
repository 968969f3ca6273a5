package dev.jeton.cli.console;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads {@code 90s}, {@code 10m}, {@code 1h}, {@code 1d}, {@code 1h30m} and plain seconds. */
public final class DurationConverter implements ITypeConverter<Duration> {
  private static final String UNITS = "dhms";
  private static final int[] SECONDS = {86_400, 3_600, 60, 1};

  /** Far beyond every limit of a command, far below an overflow. */
  private static final long LARGEST = 1_000_000_000_000L;

  @Override
  public Duration convert(String text) {
    long total = 0;
    long number = -1;
    int lastUnit = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        number = Math.min(LARGEST, Math.max(0, number) * 10 + (c - '0'));
      } else {
        int unit = UNITS.indexOf(c);
        if (number < 0 || unit <= lastUnit) {
          throw unreadable();
        }
        total += number * SECONDS[unit];
        lastUnit = unit;
        number = -1;
      }
    }
    if (number >= 0 ? lastUnit >= 0 : lastUnit < 0) {
      throw unreadable();
    }
    return Duration.ofSeconds(Math.max(0, number) + total);
  }

  private static UsageException unreadable() {
    return new UsageException("a duration is written like 90s, 10m, 1h, 1d, 1h30m or in seconds");
  }
}
