package dev.jeton.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in memory against what is in the store; on both databases. */
class SnapshotTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir
  Path folder;

  private final List<Entry> told = new ArrayList<>();
  private Instant now = NOON;

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @SuppressWarnings("NullAway.Init")
  private Store here;

  /** Writes to the same database, and tells this node nothing. */
  @SuppressWarnings("NullAway.Init")
  private Store elsewhere;

  private Snapshot load(Dialect dialect) {
    database = Stores.withDataKeys(Stores.database(dialect, folder), "dk");
    here = new Store(database);
    elsewhere = new Store(database);
    return Snapshot.load(here, () -> now);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Entry create(Store store, String id) {
    Content content =
        new Content("{}", Words.NONE, Map.of("a", new SealedSecret(new byte[] {1}, "dk")));
    return store.write(writing -> writing.create(id(id), content, "ann", NOON));
  }

  private static Entry change(Store store, Entry entry, String document) {
    Content content = new Content(document, Words.NONE, entry.secrets());
    return store.write(writing -> writing.change(entry, content, "ann", NOON));
  }

  private static Entry delete(Store store, Entry entry) {
    return store.write(writing -> writing.delete(entry, "ann", NOON));
  }

  private static EntryId id(String id) {
    return new EntryId("thing", id);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void holdsWhatWasThereWhenItWasLoaded(Dialect dialect) {
    database = Stores.withDataKeys(Stores.database(dialect, folder), "dk");
    here = new Store(database);
    Entry one = create(here, "one");
    delete(here, create(here, "two"));
    Snapshot snapshot = Snapshot.load(here, () -> now);
    snapshot.listen(told::addAll);
    assertThat(snapshot.entries()).containsExactly(one);
    assertThat(snapshot.find(id("one"))).contains(one);
    assertThat(snapshot.find(id("two"))).isEmpty();
    assertThat(told).containsExactly(one);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void takesItsOwnChangesAtOnce(Dialect dialect) {
    Snapshot snapshot = load(dialect);
    snapshot.listen(told::addAll);
    Entry one = create(here, "one");
    Entry changed = change(here, one, "[]");
    Entry gone = delete(here, changed);
    assertThat(told).containsExactly(one, changed, gone);
    assertThat(snapshot.size()).isZero();
    snapshot.apply(List.of(one));
    assertThat(snapshot.find(id("one"))).isEmpty();
    assertThat(told).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void readsWhatOthersWroteBeforeItsOwn(Dialect dialect) {
    Snapshot snapshot = load(dialect);
    snapshot.listen(told::addAll);
    Entry theirs = create(elsewhere, "theirs");
    Entry mine = create(here, "mine");
    assertThat(told).containsExactly(theirs, mine);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void takesOnlyWhatIsNewAtARefresh(Dialect dialect) {
    Snapshot snapshot = load(dialect);
    snapshot.listen(told::addAll);
    create(here, "mine");
    Entry theirs = create(elsewhere, "theirs");
    told.clear();
    assertThat(snapshot.refresh()).isTrue();
    assertThat(snapshot.refresh()).isTrue();
    assertThat(told).containsExactly(theirs);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void findsByComparingWhatWasLost(Dialect dialect) {
    Snapshot snapshot = load(dialect);
    Entry one = create(here, "one");
    create(here, "two");
    create(here, "three");
    snapshot.listen(told::addAll);
    told.clear();
    // Like a change that a refresh had passed by: its revision is below the last.
    database.write(handle ->
        handle.execute("UPDATE entries SET document = '[]', revision = 2 WHERE id = 'one'"));
    assertThat(snapshot.refresh()).isTrue();
    assertThat(told).isEmpty();
    assertThat(snapshot.compare()).isTrue();
    assertThat(told).extracting(Entry::document).containsExactly("[]");
    assertThat(one.document()).isEqualTo("{}");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void findsByComparingThatAnOlderBackupWasRestored(Dialect dialect) {
    Snapshot snapshot = load(dialect);
    create(here, "kept");
    Entry vanished = create(here, "vanished");
    snapshot.listen(told::addAll);
    told.clear();
    database.write(handle -> {
      handle.execute("DELETE FROM secrets WHERE entry = 'vanished'");
      handle.execute("DELETE FROM entries WHERE id = 'vanished'");
      return handle.execute("UPDATE store_state SET revision = 1");
    });
    assertThat(snapshot.compare()).isTrue();
    assertThat(told).containsExactly(Entry.vanished(vanished));
    Entry after = create(elsewhere, "after");
    assertThat(after.revision()).isEqualTo(vanished.revision());
    assertThat(snapshot.refresh()).isTrue();
    assertThat(snapshot.find(id("after"))).contains(after);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void knowsItsAgeAndSinceWhenTheDatabaseIsGone(Dialect dialect) {
    Snapshot snapshot = load(dialect);
    Entry one = create(here, "one");
    assertThat(snapshot.refresh()).isTrue();
    now = NOON.plusSeconds(7);
    assertThat(snapshot.age()).isEqualTo(Duration.ofSeconds(7));
    database.write(handle -> handle.execute("ALTER TABLE entries RENAME TO hidden"));
    assertThat(snapshot.refresh()).isFalse();
    assertThat(snapshot.compare()).isFalse();
    assertThat(snapshot.degraded()).contains(NOON.plusSeconds(7));
    assertThat(snapshot.find(id("one"))).contains(one);
    now = NOON.plusSeconds(20);
    assertThat(snapshot.age()).isEqualTo(Duration.ofSeconds(20));
    database.write(handle -> handle.execute("ALTER TABLE hidden RENAME TO entries"));
    assertThat(snapshot.refresh()).isTrue();
    assertThat(snapshot.degraded()).isEmpty();
    assertThat(snapshot.age()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void tellsAgainWhatAListenerDidNotTakeUp(Dialect dialect) {
    Snapshot snapshot = load(dialect);
    List<Entry> taken = new ArrayList<>();
    boolean[] broken = {false};
    snapshot.listen(changed -> {
      if (broken[0]) {
        throw new IllegalStateException("a test of a listener that fails once");
      }
      taken.addAll(changed);
    });
    broken[0] = true;
    Entry one = create(here, "one");
    Entry two = create(elsewhere, "two");
    assertThat(snapshot.refresh()).isTrue();
    assertThat(taken).isEmpty();
    broken[0] = false;
    assertThat(snapshot.compare()).isTrue();
    assertThat(taken).containsExactly(one, two);
    assertThat(snapshot.compare()).isTrue();
    assertThat(taken).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void tellsTheOthersWhenOneListenerFails(Dialect dialect) {
    Snapshot snapshot = load(dialect);
    snapshot.listen(changed -> {
      if (!changed.isEmpty()) {
        throw new IllegalStateException("a test of a listener that fails");
      }
    });
    snapshot.listen(told::addAll);
    Entry one = create(here, "one");
    assertThat(told).containsExactly(one);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void eachListenerIsToldAtFirstWhatThereIsByThen(Dialect dialect) {
    load(dialect);
    Entry first = create(elsewhere, "first");
    Entry second = create(elsewhere, "second");
    delete(elsewhere, create(elsewhere, "third"));
    first = change(elsewhere, first, "{\"a\":1}");
    Snapshot snapshot = Snapshot.load(here, () -> now);
    snapshot.listen(told::addAll);
    assertThat(told).containsExactly(second, first);

    second = change(here, second, "{\"a\":2}");
    told.clear();
    snapshot.listen(told::addAll);
    assertThat(told).containsExactly(first, second);
  }
}
