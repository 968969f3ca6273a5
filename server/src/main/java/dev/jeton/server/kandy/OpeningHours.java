package dev.jeton.server.kandy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When calls are taken, by the clock on the wall in a time zone: so with daylight saving time an hour
 * that comes twice counts twice, and one that is left out does not come.
 */
public record OpeningHours(ZoneId zone, List<Span> spans) {
  /** One day, in minutes. */
  public static final int DAY = 24 * 60;

  public OpeningHours {
    spans = List.copyOf(spans);
  }

  /**
   * The same hours on some days.
   *
   * @param days those on which it begins
   * @param from its first minute, counted from midnight
   * @param to the minute behind its last one, up to {@value OpeningHours#DAY}; not behind {@code from}
   *     where it ends on the next day
   */
  public record Span(Set<DayOfWeek> days, int from, int to) {
    /**
     * A span.
     *
     * @throws IllegalArgumentException if there is no day, a time is out of range or it is empty
     */
    public Span {
      if (days.isEmpty() || from < 0 || from >= DAY || to < 0 || to > DAY || from == to) {
        throw new IllegalArgumentException("no day, a time out of range, or an empty span");
      }
      days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    private boolean has(DayOfWeek day, int minute) {
      if (from < to) {
        return days.contains(day) && from <= minute && minute < to;
      }
      return (days.contains(day) && from <= minute) || (days.contains(day.minus(1)) && minute < to);
    }
  }

  boolean areOpen(Instant now) {
    ZonedDateTime there = now.atZone(zone);
    int minute = there.getHour() * 60 + there.getMinute();
    return spans.stream().anyMatch(span -> span.has(there.getDayOfWeek(), minute));
  }
}
