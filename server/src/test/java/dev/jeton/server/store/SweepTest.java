package dev.jeton.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SweepTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void removesAllThatEndedHoweverMuchItIs(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      Consumed consumed = new Consumed(database);
      consumed.consume(
          "ticket", IntStream.range(0, 2500).mapToObj(i -> "mark" + i).toList(), NOON);
      new Sweep(database, InstantSource.fixed(NOON.plus(Duration.ofHours(2)))).run();
      assertThat(left(database)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void leavesTheRestToTheNextTimeWhenItTakesTooLong(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      Consumed consumed = new Consumed(database);
      consumed.consume(
          "ticket", IntStream.range(0, 2500).mapToObj(i -> "mark" + i).toList(), NOON);
      long[] minutes = {120};
      new Sweep(database, () -> NOON.plus(Duration.ofMinutes(minutes[0]++))).run();
      assertThat(left(database)).isEqualTo(1500);
    }
  }

  private static long left(Database database) {
    return database.read(handle ->
        handle.createQuery("SELECT count(*) FROM consumed").mapTo(Long.class).one());
  }
}
