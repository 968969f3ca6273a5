package dev.jeton.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void hasItsTablesAfterMigrating(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      assertThat(database.hasTable("entries")).isTrue();
      assertThat(Migrations.version(database)).isEqualTo(Migrations.NEWEST);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void changesNothingWhenItIsOpened(Dialect dialect) throws StoreUnusable {
    try (Database database = Database.open(Stores.settings(dialect, folder))) {
      assertThat(database.hasTable("entries")).isFalse();
      assertThat(Migrations.version(database)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void undoesATransactionThatThrows(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      assertThatThrownBy(() -> database.write(handle -> {
            handle.execute("UPDATE store_state SET revision = 7");
            throw new IllegalArgumentException("no");
          }))
          .isInstanceOf(IllegalArgumentException.class);
      long revision = database.read(handle -> handle
          .createQuery("SELECT revision FROM store_state")
          .mapTo(Long.class)
          .one());
      assertThat(revision).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void refusesTablesOfANewerServer(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      database.write(handle -> handle.execute(
          "UPDATE flyway_schema_history SET version = '" + (Migrations.NEWEST + 1) + "'"));
      assertThatThrownBy(database::migrate)
          .isInstanceOf(StoreUnusable.class)
          .hasMessageContaining("newer Jeton");
    }
  }

  @Test
  void knowsTheLastMigration() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names).allMatch(name -> name.matches("V\\d+__[a-z_]+\\.sql"));
      assertThat(names.stream()
              .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
              .max())
          .hasValue(Migrations.NEWEST);
    }
  }

  @Test
  void keepsItsFilesFromOthers() throws IOException {
    try (Database database = Stores.database(Dialect.SQLITE, folder);
        Stream<Path> files = Files.list(folder)) {
      assertThat(database.dialect()).isEqualTo(Dialect.SQLITE);
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }
  }

  @Test
  void saysWhatIsWrongWithAFileThatIsNone() throws IOException {
    Files.writeString(
        folder.resolve("jeton.db"), "this is no database at all, but a text\n".repeat(50));
    assertThatThrownBy(() -> Database.open(StoreSettings.Sqlite.in(folder)))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("jeton.db cannot be used")
        .hasMessageContaining("not a database");
  }

  @Test
  void saysThatAServerDoesNotAnswer() {
    StoreSettings nobody = new StoreSettings.Postgres(
        "jdbc:postgresql://127.0.0.1:1/jeton", Optional.of("jeton"), Optional.empty());
    assertThatThrownBy(() -> Database.open(nobody))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("127.0.0.1:1");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void showsNothingThatWasBoundWhenAStatementFails(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      assertThatThrownBy(() -> database.write(
              handle -> handle.execute("INSERT INTO nowhere VALUES (?)", "the-bound-text")))
          .isInstanceOf(JdbiException.class)
          .hasMessageNotContaining("the-bound-text");
    }
  }

  @Test
  void takesAStandbyAndADeadlockForAnOutage() {
    try (Database database = Stores.database(Dialect.POSTGRESQL, folder)) {
      assertThatThrownBy(() -> database.write(handle -> {
            handle.execute("SET TRANSACTION READ ONLY");
            return handle.execute("UPDATE store_state SET revision = 7");
          }))
          .isInstanceOf(StoreUnavailable.class);
      for (String state : List.of("40P01", "40001")) {
        assertThatThrownBy(() -> database.write(handle -> handle.execute(
                "DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '" + state + "'; END $$")))
            .isInstanceOf(StoreUnavailable.class);
      }
    }
  }
}
