package dev.jeton.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GlanceTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir
  Path folder;

  @Test
  void whereThereIsNoFileThereIsNothingAndNoneIsMade() {
    assertThat(Glance.documents(StoreSettings.Sqlite.in(folder), "thing")).contains(List.of());
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anEmptyDatabaseHasNothingAndStaysEmpty(Dialect dialect) throws StoreUnusable {
    StoreSettings settings = Stores.settings(dialect, folder);
    try (Database database = Database.open(settings)) {
      assertThat(Glance.documents(settings, "thing")).contains(List.of());
      assertThat(database.hasTable("entries")).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void entriesOfTheKindAreSeenAndThoseThatWereDeletedAreNot(Dialect dialect) throws StoreUnusable {
    StoreSettings settings = Stores.settings(dialect, folder);
    try (Database database = Database.open(settings)) {
      database.migrate();
      Store store = new Store(database);
      create(store, new EntryId("thing", "a"), "{\"of\":\"a\"}");
      create(store, new EntryId("other", "b"), "{\"of\":\"b\"}");
      Entry gone = create(store, new EntryId("thing", "c"), "{\"of\":\"c\"}");
      store.<Entry>write(writing -> writing.delete(gone, "ann", NOW));
      assertThat(Glance.documents(settings, "thing")).contains(List.of("{\"of\":\"a\"}"));
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerTellsNothing() {
    StoreSettings nowhere = new StoreSettings.Postgres(
        "jdbc:postgresql://127.0.0.1:1/jeton", Optional.empty(), Optional.empty());
    assertThat(Glance.documents(nowhere, "thing")).isEmpty();
  }

  private static Entry create(Store store, EntryId id, String document) {
    Content content = new Content(document, Words.NONE, Map.of());
    return store.<Entry>write(writing -> writing.create(id, content, "ann", NOW));
  }
}
