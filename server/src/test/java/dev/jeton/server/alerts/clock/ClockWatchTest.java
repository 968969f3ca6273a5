package dev.jeton.server.alerts.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.alerts.AlertsSection;
import dev.jeton.server.alerts.Condition;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockWatchTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @TempDir
  Path folder;

  private Optional<Offset> answer = Optional.empty();
  private long nanos;
  private int asked;
  private final ClockWatch watch = new ClockWatch(
      List.of(new OtherClock() {
        @Override
        public String name() {
          return "ntp";
        }

        @Override
        public String owner() {
          return "time.example.com's";
        }

        @Override
        public Optional<Offset> ask() {
          asked++;
          return answer;
        }
      }),
      new LiveSettings(new AlertsSection().live(), Map.of()),
      () -> "node-1",
      () -> nanos);

  private static Offset offset(Duration by, Duration give) {
    return new Offset(by, give);
  }

  @Test
  void aClockThatIsOffByMoreThanFiveSecondsIsTold() {
    assertThat(offset(LIMIT, Duration.ZERO).isBeyond(LIMIT)).isFalse();
    assertThat(offset(LIMIT.plusMillis(1), Duration.ZERO).isBeyond(LIMIT)).isTrue();
    assertThat(offset(LIMIT.plusMillis(1).negated(), Duration.ZERO).isBeyond(LIMIT))
        .isTrue();
    answer = Optional.of(offset(Duration.ofMillis(-6_200), Duration.ZERO));
    assertThat(watch.look(NOON))
        .singleElement()
        .extracting(Condition::detail)
        .asString()
        .contains("6.2 s behind time.example.com's");
  }

  @Test
  void timeThatAskingTookIsNotHeldAgainstTheClock() {
    assertThat(offset(Duration.ofSeconds(6), Duration.ofSeconds(1)).isBeyond(LIMIT))
        .isFalse();
    Offset slow = Offset.of(NOON, NOON.plusSeconds(4), NOON.plusSeconds(4));
    assertThat(slow).isEqualTo(offset(Duration.ofSeconds(-2), Duration.ofSeconds(2)));
  }

  @Test
  void itIsAskedEveryFiveMinutes() {
    watch.look(NOON);
    nanos = Duration.ofMinutes(5).toNanos() - 1;
    watch.look(NOON);
    assertThat(asked).isEqualTo(1);
    nanos++;
    watch.look(NOON);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void postgresTellsItsTimeAndAFileDoesNot() {
    try (Database database = Stores.database(Dialect.POSTGRESQL, folder)) {
      Offset offset = new DatabaseClock(database, Clock.systemUTC()).ask().orElseThrow();
      assertThat(offset.isBeyond(LIMIT)).isFalse();
      Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-1));
      assertThat(new DatabaseClock(database, wrong).ask().orElseThrow().seconds())
          .isLessThan(-55);
    }
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      assertThat(new DatabaseClock(database, Clock.systemUTC()).ask()).isEmpty();
    }
  }
}
