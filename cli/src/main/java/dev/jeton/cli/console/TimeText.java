package dev.jeton.cli.console;

import java.time.Instant;

/** Instants for people: the time in UTC and how far it is from now. */
public final class TimeText {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private TimeText() {}

  /** {@code 2026-11-01T12:00:00Z, expires in 12 min}, or {@code expired 3 h ago}. */
  public static String end(Instant end, Instant now) {
    long seconds = end.getEpochSecond() - now.getEpochSecond();
    return seconds > 0
        ? end + ", expires in " + span(seconds)
        : end + ", expired " + span(-seconds) + " ago";
  }

  /** {@code 2026-11-01T12:00:00Z, 12 min ago}, or {@code in 12 min}. */
  public static String issued(Instant issued, Instant now) {
    long seconds = issued.getEpochSecond() - now.getEpochSecond();
    return seconds > 0 ? issued + ", in " + span(seconds) : issued + ", " + span(-seconds) + " ago";
  }

  /** Its two largest units, rounded down. */
  public static String span(long seconds) {
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    if (seconds < HOUR) {
      return seconds / MINUTE + " min";
    }
    if (seconds < DAY) {
      return twoUnits(seconds / HOUR, " h", seconds % HOUR / MINUTE, " min");
    }
    return twoUnits(seconds / DAY, " d", seconds % DAY / HOUR, " h");
  }

  private static String twoUnits(long large, String unit, long small, String smallUnit) {
    return small == 0 ? large + unit : large + unit + " " + small + smallUnit;
  }
}
