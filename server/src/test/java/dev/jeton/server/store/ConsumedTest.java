package dev.jeton.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsumedTest {
  private static final Instant END = Instant.parse("2026-11-21T12:00:00Z");
  private static final String KIND = "used-set";

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void usesAMarkOnce(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      Consumed consumed = new Consumed(database);
      assertThat(consumed.consume(KIND, List.of("a", "b"), END)).isEmpty();
      assertThat(consumed.consume(KIND, List.of("a", "b"), END)).containsExactly("a", "b");
      assertThat(consumed.consume("other", List.of("a"), END)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void usesNoneWhenOneWasUsedBefore(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      Consumed consumed = new Consumed(database);
      consumed.consume(KIND, List.of("b"), END);
      assertThat(consumed.consume(KIND, List.of("a", "b", "c"), END)).containsExactly("b");
      assertThat(consumed.consume(KIND, List.of("a", "c"), END)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void letsAMarkBeUsedAgainThatWasTakenBack(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      Consumed consumed = new Consumed(database);
      consumed.consume(KIND, List.of("a", "b"), END);
      consumed.forget(KIND, List.of("a"));
      assertThat(consumed.consume(KIND, List.of("a"), END)).isEmpty();
      assertThat(consumed.consume(KIND, List.of("b"), END)).containsExactly("b");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void removesWhatEndedAFewAtATime(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      Consumed consumed = new Consumed(database);
      consumed.consume(KIND, List.of("a", "b", "c"), END);
      consumed.consume(KIND, List.of("d"), END.plusMillis(1));
      assertThat(consumed.removeEnded(END, 10)).isZero();
      assertThat(consumed.removeEnded(END.plusMillis(1), 2)).isEqualTo(2);
      assertThat(consumed.removeEnded(END.plusMillis(1), 2)).isEqualTo(1);
      assertThat(consumed.consume(KIND, List.of("d"), END)).containsExactly("d");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void letsOneOfManyUseTheSameMarks(Dialect dialect) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Database database = Stores.database(dialect, folder)) {
      Consumed consumed = new Consumed(database);
      List<Future<Set<String>>> attempts = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        List<String> marks = i % 2 == 0 ? List.of("a", "b") : List.of("b", "a");
        attempts.add(threads.submit(() -> consumed.consume(KIND, marks, END)));
      }
      int first = 0;
      for (Future<Set<String>> attempt : attempts) {
        first += attempt.get().isEmpty() ? 1 : 0;
      }
      assertThat(first).isOne();
    } finally {
      threads.shutdownNow();
    }
  }
}
