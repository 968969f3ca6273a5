package dev.jeton.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Migrates the databases that older servers left behind. There is a file for every version of the
 * tables; {@code -Djeton.write-schema=true} writes the one of the newest, before its release.
 */
class KeptSchemaTest {
  private static final Path FILES = Path.of("src/test/resources/schema");
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private static final int WITH_AUDIT = 2;
  private static final int WITH_REVOCATIONS = 3;

  @TempDir
  Path folder;

  private static Path file(int version, Dialect dialect) {
    String name = dialect.name().toLowerCase(Locale.ROOT).replace("postgresql", "postgres");
    return FILES.resolve("v" + version + "-" + name + ".sql");
  }

  static Stream<Arguments> everyVersion() {
    return migrations()
        .boxed()
        .flatMap(
            version -> Stream.of(Dialect.values()).map(dialect -> Arguments.of(version, dialect)));
  }

  /** The versions that there were; a number may be left out. */
  private static IntStream migrations() {
    Pattern number = Pattern.compile("V(\\d+)__.*");
    String[] names = new File("src/main/resources/db/migration").list();
    return Arrays.stream(names)
        .map(number::matcher)
        .filter(Matcher::matches)
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("everyVersion")
  void everyVersionOfTheTablesIsKept(int version, Dialect dialect) throws IOException {
    if (version == Migrations.NEWEST && Boolean.getBoolean("jeton.write-schema")) {
      try (Database database = Stores.database(dialect, folder)) {
        fill(database);
        Files.writeString(file(version, dialect), KeptSchema.of(database));
      }
    }
    assertThat(file(version, dialect))
        .as("run KeptSchemaTest with -Djeton.write-schema=true before the migration is added")
        .exists();
  }

  @ParameterizedTest
  @MethodSource("everyVersion")
  void whatAnOlderServerWroteIsReadAfterMigrating(int version, Dialect dialect) throws Exception {
    try (Database database = Database.open(Stores.settings(dialect, folder))) {
      String kept = Files.readString(file(version, dialect));
      database.write(handle -> handle.createScript(kept).execute());
      assertThat(Migrations.version(database)).isEqualTo(version);
      database.migrate();
      assertThat(Migrations.version(database)).isEqualTo(Migrations.NEWEST);
      reads(database);
      if (version >= WITH_AUDIT) {
        readsAudit(database);
      }
      assertThat(count(database, "revocations")).isEqualTo(version >= WITH_REVOCATIONS ? 1 : 0);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void noMigrationWasEditedAfterItWasKept(Dialect dialect) throws Exception {
    try (Database database = Database.open(Stores.settings(dialect, folder))) {
      String kept = Files.readString(file(Migrations.NEWEST, dialect));
      database.write(handle -> handle.createScript(kept).execute());
      assertThatCode(database::validate).doesNotThrowAnyException();
    }
  }

  private static void fill(Database database) {
    Store store = new Store(database);
    SealedSecret secret = new SealedSecret(new byte[] {1, 0, 39, 59, -1}, "dk1");
    Content shop = new Content(
        "{\"spec\":{\"name\":\"Caf\u00e9; l'\u00e9t\u00e9\"}}",
        new Words(Map.of("name", "caf\u00e9")),
        Map.of("k1", secret, "k2", secret));
    store.write(writing -> {
      writing
          .handle()
          .execute(
              "INSERT INTO data_keys (id, wrapped, master_key, created_at, is_primary)"
                  + " VALUES (?, ?, ?, ?, ?)",
              "dk1",
              new byte[] {9, 8},
              "mk1",
              NOON.toEpochMilli(),
              true);
      return writing.create(new EntryId("agora-project", "shop"), shop, "ann", NOON);
    });
    Entry old = store.write(
        writing -> writing.create(new EntryId("agora-project", "old"), named("old"), "ann", NOON));
    store.write(writing -> writing.delete(old, "bob", NOON.plusSeconds(1)));
    store.write(writing -> KeptAnswers.keep(
        writing, "operator", "key-1", new KeptAnswer("f", secret, NOON.plusSeconds(60)), NOON));
    new Consumed(database).consume("used-set", List.of("mark"), NOON.plusSeconds(60));
    fillAudit(database);
    store.write(writing -> {
      Revocations.add(writing, "agora-project", "shop", "k0", NOON);
      return NOON;
    });
  }

  private static void fillAudit(Database database) {
    long noon = NOON.toEpochMilli();
    database.write(handle -> {
      handle.execute("UPDATE audit_state SET erasures = 1");
      handle.execute(
          "INSERT INTO audit_nodes (node, segment, line_start, seq, hash, names_segment,"
              + " names_start, base_seq, base_hash, asked, erased, copied_at)"
              + " VALUES ('n1', 1, 120, 2, 'ab', 1, 40, 0, 'cd', 1, 0, ?)",
          noon);
      handle.execute(
          "INSERT INTO audit_rows (node, seq, at_millis, event, outcome, code, caller, platform,"
              + " request, line) VALUES ('n1', 2, ?, 'token', 'refused', 'disabled', 'admin',"
              + " 'agora', 'r-1', '{\"seq\":2}')",
          noon);
      handle.execute(
          "INSERT INTO audit_marks (what, word, at_millis, node, seq)"
              + " VALUES ('person', 'aa', ?, 'n1', 2)",
          noon);
      handle.execute("INSERT INTO audit_names (node, hash, text, mark, segment)"
          + " VALUES ('n1', 'aa', 'Ren\u00e9', 'bb', 1)");
      return handle.execute("INSERT INTO audit_erasures (id, mark) VALUES (1, 'bb')");
    });
  }

  private static void readsAudit(Database database) {
    for (String table :
        List.of("audit_nodes", "audit_rows", "audit_marks", "audit_names", "audit_erasures")) {
      assertThat(count(database, table)).as(table).isEqualTo(1);
    }
    List<String> found = database.read(handle -> handle
        .createQuery("SELECT r.line || n.text FROM audit_rows r"
            + " JOIN audit_marks m ON m.node = r.node AND m.seq = r.seq"
            + " JOIN audit_names n ON n.node = r.node AND n.hash = m.word"
            + " JOIN audit_erasures e ON e.mark = n.mark")
        .mapTo(String.class)
        .list());
    assertThat(found).containsExactly("{\"seq\":2}Ren\u00e9");
  }

  private static long count(Database database, String table) {
    return database.read(handle ->
        handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one());
  }

  private static Content named(String name) {
    return new Content("{}", new Words(Map.of("name", name)), Map.of());
  }

  private static void reads(Database database) {
    Store store = new Store(database);
    SealedSecret secret = new SealedSecret(new byte[] {1, 0, 39, 59, -1}, "dk1");
    EntryId shop = new EntryId("agora-project", "shop");
    List<Entry> all = store.changedSince(0);
    assertThat(all).hasSize(2);
    assertThat(all.get(0).id()).isEqualTo(shop);
    assertThat(all.get(0).document()).contains("Caf\u00e9; l'\u00e9t\u00e9");
    assertThat(all.get(0).secrets()).isEqualTo(Map.of("k1", secret, "k2", secret));
    assertThat(all.get(1).deleted()).isTrue();
    assertThat(all.get(1).changedBy()).isEqualTo("bob");
    assertThat(store.revision()).isEqualTo(3);
    Optional<KeptAnswer> kept =
        store.write(writing -> KeptAnswers.find(writing, "operator", "key-1", NOON));
    assertThat(kept).contains(new KeptAnswer("f", secret, NOON.plusSeconds(60)));
    assertThat(new Consumed(database).consume("used-set", Set.of("mark"), NOON)).isNotEmpty();
    Entry next = store.write(writing ->
        writing.create(new EntryId("agora-project", "next"), named("next"), "ann", NOON));
    assertThat(next.revision()).isEqualTo(4);
  }
}
