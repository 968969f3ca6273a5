package dev.jeton.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for one writer; on both databases. */
class StoreTest {
  private static final EntryId SHOP = new EntryId("agora-project", "shop");
  private static final EntryId BLOG = new EntryId("agora-project", "blog");
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
  private static final SealedSecret FIRST = new SealedSecret(new byte[] {1, 2, 3}, "dk1");
  private static final SealedSecret SECOND = new SealedSecret(new byte[] {4, 5}, "dk2");

  @TempDir
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @SuppressWarnings("NullAway.Init")
  private Store store;

  private void open(Dialect dialect) {
    database = Stores.withDataKeys(Stores.database(dialect, folder), "dk1", "dk2");
    store = new Store(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Content named(String name) {
    return new Content(
        "{\"name\":\"" + name + "\"}", new Words(Map.of("name", name)), Map.of("a", FIRST));
  }

  private Entry create(EntryId id, Content content) {
    return store.write(writing -> writing.create(id, content, "ann", NOON));
  }

  private int rows(String table) {
    return database.read(handle ->
        handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void readsWhatWasCreated(Dialect dialect) {
    open(dialect);
    Content content =
        new Content("{}", new Words(Map.of("name", "shop")), Map.of("a", FIRST, "b", SECOND));
    Entry made = create(SHOP, content);
    assertThat(made)
        .isEqualTo(
            new Entry(SHOP, "{}", 1, 1, NOON, NOON, "ann", false, Map.of("a", FIRST, "b", SECOND)));
    assertThat(store.changedSince(0)).containsExactly(made);
    assertThat(store.<Entry>write(writing -> writing.find(SHOP).orElseThrow())).isEqualTo(made);
    assertThat(store.<Boolean>write(writing -> writing.find(BLOG).isEmpty())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void changesDocumentWordsAndSecrets(Dialect dialect) {
    open(dialect);
    Entry made = create(SHOP, named("shop"));
    Content content =
        new Content("{}", new Words(Map.of("name", "store")), Map.of("a", SECOND, "b", FIRST));
    Entry changed =
        store.write(writing -> writing.change(made, content, "bob", NOON.plusSeconds(5)));
    assertThat(changed)
        .isEqualTo(new Entry(
            SHOP,
            "{}",
            2,
            2,
            NOON,
            NOON.plusSeconds(5),
            "bob",
            false,
            Map.of("a", SECOND, "b", FIRST)));
    assertThat(store.changedSince(1)).containsExactly(changed);
    assertThat(create(BLOG, named("shop")).version()).isOne();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void keepsVersionAndRevisionWhenNothingChanges(Dialect dialect) {
    open(dialect);
    Entry made = create(SHOP, named("shop"));
    Entry same =
        store.write(writing -> writing.change(made, named("shop"), "bob", NOON.plusSeconds(5)));
    assertThat(same).isEqualTo(made);
    assertThat(store.revision()).isOne();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void countsARevisionThatARoomAskedFor(Dialect dialect) {
    open(dialect);
    assertThat(store.<Long>write(Writing::revision)).isOne();
    assertThat(store.revision()).isOne();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void keepsNoSecretThatIsNoLongerNamed(Dialect dialect) {
    open(dialect);
    Entry made = create(SHOP, named("shop"));
    store.write(
        writing -> writing.change(made, new Content("{}", Words.NONE, Map.of()), "ann", NOON));
    assertThat(rows("secrets")).isZero();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void leavesATombstoneWithNothingInIt(Dialect dialect) {
    open(dialect);
    Entry made = create(SHOP, named("shop"));
    Entry gone = store.write(writing -> writing.delete(made, "bob", NOON.plusSeconds(9)));
    assertThat(gone)
        .isEqualTo(new Entry(SHOP, "", 2, 2, NOON, NOON.plusSeconds(9), "bob", true, Map.of()));
    assertThat(store.changedSince(0)).containsExactly(gone);
    assertThat(rows("secrets")).isZero();
    assertThat(rows("words")).isZero();
    assertThatThrownBy(() -> create(SHOP, named("shop"))).isInstanceOf(Taken.class);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void saysWhoWasFaster(Dialect dialect) {
    open(dialect);
    Entry made = create(SHOP, named("shop"));
    store.write(writing -> writing.change(made, named("store"), "bob", NOON.plusSeconds(5)));
    Stale stale = catchThrowableOfType(
        Stale.class,
        () -> store.write(writing -> writing.change(made, named("mine"), "ann", NOON)));
    assertThat(stale.changedBy()).isEqualTo("bob");
    assertThat(stale.changedAt()).isEqualTo(NOON.plusSeconds(5));
    assertThat(stale.deleted()).isFalse();
    assertThat(store.revision()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void saysWhoDeletedIt(Dialect dialect) {
    open(dialect);
    Entry made = create(SHOP, named("shop"));
    store.write(writing -> writing.delete(made, "bob", NOON));
    Stale stale = catchThrowableOfType(
        Stale.class, () -> store.write(writing -> writing.delete(made, "ann", NOON)));
    assertThat(stale.changedBy()).isEqualTo("bob");
    assertThat(stale.deleted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void saysThatAnEntryVanishedAltogether(Dialect dialect) {
    open(dialect);
    Entry made = create(SHOP, named("shop"));
    database.write(handle -> handle.execute("DELETE FROM entries"));
    Stale stale = catchThrowableOfType(
        Stale.class, () -> store.write(writing -> writing.delete(made, "ann", NOON)));
    assertThat(stale.deleted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void saysWhichEntryHasTheWord(Dialect dialect) {
    open(dialect);
    create(SHOP, named("shop"));
    Taken taken = catchThrowableOfType(Taken.class, () -> create(BLOG, named("shop")));
    assertThat(taken.what()).isEqualTo("name");
    assertThat(taken.word()).isEqualTo("shop");
    assertThat(taken.holder()).isEqualTo(SHOP);
    assertThat(store.revisions()).containsOnlyKeys(SHOP);
    assertThat(create(new EntryId("lamp", "x"), named("shop")).revision()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void readsEntriesInTheOrderOfTheirRevisions(Dialect dialect) {
    open(dialect);
    Entry shop = create(SHOP, named("shop"));
    create(BLOG, named("blog"));
    store.write(writing -> writing.change(shop, named("store"), "ann", NOON));
    assertThat(store.changedSince(0)).extracting(Entry::id).containsExactly(BLOG, SHOP);
    assertThat(store.changedSince(2)).extracting(Entry::id).containsExactly(SHOP);
    assertThat(store.revisions()).isEqualTo(Map.of(SHOP, 3L, BLOG, 2L));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void tellsItsOwnChangesOnceTheyAreCommitted(Dialect dialect) {
    open(dialect);
    List<Entry> told = new ArrayList<>();
    store.afterCommit(told::addAll);
    assertThatThrownBy(() -> store.write(writing -> {
          writing.create(SHOP, named("shop"), "ann", NOON);
          throw new IllegalStateException("no");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(told).isEmpty();
    Entry last = store.write(writing -> writing.change(
        writing.create(SHOP, named("shop"), "ann", NOON), named("store"), "ann", NOON));
    assertThat(told).containsExactly(last);
  }
}
