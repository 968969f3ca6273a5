package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.kandy.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  // 2026-11-23 is a Monday; Berlin is at +01:00 then, from 29 March to 25 October 2026 at +02:00.
  @ParameterizedTest
  @CsvSource({
    "2026-11-23T07:59:59Z, false",
    "2026-11-23T08:00:00Z, true",
    "2026-11-23T15:59:59Z, true",
    "2026-11-23T16:00:00Z, false",
    "2026-11-21T10:00:00Z, false",
    "2026-07-01T06:59:59Z, false",
    "2026-07-01T07:00:00Z, true",
    "2026-07-01T15:00:00Z, false",
  })
  void theClockOnTheWallCountsInSummerAndInWinter(Instant now, boolean open) {
    assertThat(hours(new Span(WORKDAYS, 9 * 60, 17 * 60)).areOpen(now)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T20:59:59Z, false",
    "2026-11-27T21:00:00Z, true",
    "2026-11-28T04:59:59Z, true",
    "2026-11-28T05:00:00Z, false",
    "2026-11-28T21:00:00Z, false",
    "2026-11-23T04:00:00Z, false",
    "2026-11-24T04:00:00Z, true",
  })
  void aSpanOverMidnightBelongsToTheDayOnWhichItBegins(Instant now, boolean open) {
    assertThat(hours(new Span(WORKDAYS, 22 * 60, 6 * 60)).areOpen(now)).isEqualTo(open);
  }

  @Test
  void anHourThatComesTwiceCountsTwiceAndOneThatIsLeftOutDoesNotCome() {
    OpeningHours hours = hours(new Span(Set.of(DayOfWeek.SUNDAY), 2 * 60, 3 * 60));
    assertThat(hours.areOpen(Instant.parse("2026-10-25T00:30:00Z"))).isTrue();
    assertThat(hours.areOpen(Instant.parse("2026-10-25T01:30:00Z"))).isTrue();
    assertThat(hours.areOpen(Instant.parse("2026-10-25T02:00:00Z"))).isFalse();
    assertThat(hours.areOpen(Instant.parse("2026-03-29T00:59:59Z"))).isFalse();
    assertThat(hours.areOpen(Instant.parse("2026-03-29T01:00:00Z"))).isFalse();
  }

  @Test
  void theWholeDayEndsAtTwentyFourAndMidnightEndsTheDay() {
    Instant last = Instant.parse("2026-11-23T22:59:59Z");
    for (Span span : List.of(
        new Span(Set.of(DayOfWeek.MONDAY), 0, OpeningHours.DAY),
        new Span(Set.of(DayOfWeek.MONDAY), 60, 0))) {
      assertThat(hours(span).areOpen(last)).isTrue();
      assertThat(hours(span).areOpen(last.plusSeconds(1))).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1440, 60", "-1, 60", "60, 1441", "600, 600"})
  void spansThatAreNoneAreRefused(int from, int to) {
    assertThatThrownBy(() -> new Span(WORKDAYS, from, to))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static OpeningHours hours(Span... spans) {
    return new OpeningHours(BERLIN, List.of(spans));
  }
}
