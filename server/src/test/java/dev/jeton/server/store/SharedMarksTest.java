package dev.jeton.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedMarksTest {
  private static final Instant END = Instant.parse("2026-11-21T12:10:00Z");

  @TempDir
  Path folder;

  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final InstantSource clock = () -> now;

  private SharedMarks marks(Database database) {
    return new SharedMarks(database, "kind", clock, 3);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void areKnownAtOnceWhereTheyAreMadeAndElsewhereAfterLoading(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      SharedMarks here = marks(database);
      SharedMarks there = marks(database);
      assertThat(here.make(List.of("a", "b"), END)).isEmpty();
      assertThat(here.make(List.of("b", "c"), END)).containsExactly("b");
      assertThat(here.knows("a") && here.knows("b")).isTrue();
      assertThat(here.knows("c")).isFalse();
      assertThat(there.isComplete() || there.knows("a")).isFalse();
      assertThat(there.has("a")).isTrue();
      assertThat(there.has("c")).isFalse();
      there.load();
      assertThat(there.isComplete() && there.knows("a") && there.knows("b")).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void areForgottenAtTheirEndAndWhenTakenBack(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      SharedMarks here = marks(database);
      SharedMarks there = marks(database);
      here.make(List.of("a", "b"), END);
      there.load();
      here.takeBack(List.of("b"), Optional.empty());
      assertThat(here.knows("b")).isFalse();
      there.load();
      assertThat(there.knows("b")).isFalse();
      now = END;
      assertThat(here.knows("a")).isTrue();
      now = END.plusMillis(1);
      assertThat(here.knows("a")).isFalse();
      here.load();
      assertThat(here.hasRoom()).isTrue();
    }
  }

  @Test
  void moreThanMemoryHoldsIsNotCalledComplete() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      new Consumed(database).consume("kind", List.of("a", "b", "c", "d"), END);
      SharedMarks marks = marks(database);
      marks.load();
      assertThat(marks.isComplete() || marks.hasRoom()).isFalse();
      new Consumed(database).forget("kind", List.of("d"));
      marks.load();
      assertThat(marks.isComplete()).isTrue();
      marks.hear(new Announcement("kind", END, List.of("e")));
      assertThat(marks.isComplete() || marks.knows("e")).isFalse();
    }
  }

  @Test
  void whatIsToldReachesTheMarksOfItsKind() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      SharedMarks marks = marks(database);
      MarksHeard heard = new MarksHeard(List.of(marks));
      heard.accept(new Announcement("other", END, List.of("a")).text());
      heard.accept(new Announcement("kind", END, List.of("b", "c")).text());
      assertThat(marks.knows("a")).isFalse();
      assertThat(marks.knows("b") && marks.knows("c")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kind", "kind 17", "kind soon a", "kind 99999999999999999999 a"})
  void whatNobodyUnderstandsIsPassedOver(String notice) {
    assertThat(Announcement.parse(notice)).isEmpty();
    new MarksHeard(List.of()).accept(notice);
  }
}
