package dev.jeton.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeptAnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant END = NOW.plusSeconds(60);

  @TempDir
  Path folder;

  private static KeptAnswer answer(String fingerprint, Instant end) {
    return new KeptAnswer(fingerprint, new SealedSecret(new byte[] {7}, "dk"), end);
  }

  private static boolean keep(Database database, String key, KeptAnswer kept, Instant now) {
    return new Store(database).write(writing -> KeptAnswers.keep(writing, "op", key, kept, now));
  }

  private static Optional<KeptAnswer> find(
      Database database, String caller, String key, Instant now) {
    return new Store(database).write(writing -> KeptAnswers.find(writing, caller, key, now));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void findsAnAnswerUntilItEnds(Dialect dialect) {
    try (Database database = Stores.withDataKeys(Stores.database(dialect, folder), "dk")) {
      assertThat(keep(database, "k", answer("f", END), NOW)).isTrue();
      assertThat(find(database, "op", "k", END.minusMillis(1))).contains(answer("f", END));
      assertThat(find(database, "op", "k", END)).isEmpty();
      assertThat(find(database, "other", "k", NOW)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void doesNotReplaceAnAnswerThatHasNotEnded(Dialect dialect) {
    try (Database database = Stores.withDataKeys(Stores.database(dialect, folder), "dk")) {
      keep(database, "k", answer("f", END), NOW);
      assertThat(keep(database, "k", answer("g", END), END.minusMillis(1))).isFalse();
      assertThat(find(database, "op", "k", NOW)).contains(answer("f", END));
      assertThat(keep(database, "k", answer("g", END.plusSeconds(1)), END)).isTrue();
      assertThat(find(database, "op", "k", END)).contains(answer("g", END.plusSeconds(1)));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void removesWhatEndedAFewAtATime(Dialect dialect) {
    try (Database database = Stores.withDataKeys(Stores.database(dialect, folder), "dk")) {
      KeptAnswers answers = new KeptAnswers(database);
      keep(database, "k", answer("f", END), NOW);
      keep(database, "l", answer("f", END), NOW);
      keep(database, "m", answer("f", END.plusSeconds(1)), NOW);
      assertThat(answers.removeEnded(END.plusMillis(1), 1)).isOne();
      assertThat(answers.removeEnded(END.plusMillis(1), 5)).isOne();
      assertThat(find(database, "op", "m", END)).isPresent();
    }
  }
}
