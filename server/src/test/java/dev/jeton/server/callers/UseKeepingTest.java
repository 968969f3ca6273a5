package dev.jeton.server.callers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.store.Content;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.Stores;
import dev.jeton.server.store.Words;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UseKeepingTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final EntryId SHOP = new EntryId(CallerKind.WORD, "c1");
  private static final String LABEL = "jtn_0123456789AB";

  @TempDir
  Path folder;

  private Instant now = NOW;

  /** One server on the database. */
  private final class Node {
    final CallerKeys keys = new CallerKeys();
    final KeyUses uses = new KeyUses();
    final Store store;
    final Snapshot snapshot;
    final UseKeeping keeping;

    Node(Database database) {
      store = new Store(database);
      snapshot = Snapshot.load(store, () -> now);
      keeping = new UseKeeping(keys, uses, store, snapshot, () -> now);
      keeping.start(new StartupEvent());
      CallerSpec spec = new CallerSpec(
          "shop", Optional.empty(), List.of(), List.of(), true, Optional.empty(), Optional.empty());
      KeyVersions versions =
          KeyVersions.startingWith(KeyVersion.prepared("k1", NOW).labelled(LABEL));
      Map<String, Secret> hashes = Map.of("k1", ApiKey.hash(Secret.ofText(LABEL)));
      keys.hold(List.of(new Stored<>("c1", spec, versions, hashes, 1, NOW, NOW, "test")));
    }

    void use(Instant at) {
      now = at;
      uses.used(LABEL, at);
      keeping.run();
    }

    Optional<Instant> stored() {
      snapshot.refresh();
      return snapshot
          .find(StoredUses.id("c1"))
          .map(entry -> StoredUses.of(entry).byLabel().get(LABEL));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void usesAreWrittenOnceAMinuteAndNothingIsWrittenWhereNothingWasUsed(Dialect dialect) {
    try (Database database = withShop(dialect)) {
      Node node = new Node(database);
      node.use(NOW);
      assertThat(node.stored()).contains(NOW);
      node.use(NOW.plusSeconds(59));
      assertThat(node.stored()).contains(NOW);
      node.use(NOW.plusSeconds(60));
      assertThat(node.stored()).contains(NOW.plusSeconds(60));
      long revision = node.store.revision();
      now = NOW.plusSeconds(3600);
      node.keeping.run();
      assertThat(node.store.revision()).isEqualTo(revision);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anOrderlyEndWritesTheRestAndTheNextStartKnowsIt(Dialect dialect) {
    try (Database database = withShop(dialect)) {
      Node node = new Node(database);
      node.use(NOW);
      node.use(NOW.plusSeconds(5));
      node.keeping.stop(new ShutdownEvent());
      assertThat(new Node(database).uses.last(LABEL)).contains(NOW.plusSeconds(5));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void ofSeveralServersTheLaterUseWinsWhoeverWritesLast(Dialect dialect) {
    try (Database database = withShop(dialect)) {
      Node one = new Node(database);
      Node other = new Node(database);
      other.uses.used(LABEL, NOW.plusSeconds(30));
      one.use(NOW.plusSeconds(40));
      other.keeping.run();
      assertThat(one.stored()).contains(NOW.plusSeconds(40));
      other.snapshot.refresh();
      assertThat(other.uses.last(LABEL)).contains(NOW.plusSeconds(40));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void nothingIsLeftOfACallerThatWasDeleted(Dialect dialect) {
    try (Database database = withShop(dialect)) {
      Node node = new Node(database);
      node.use(NOW);
      node.store.<Entry>write(
          writing -> writing.delete(writing.find(SHOP).orElseThrow(), "test", NOW));
      node.keys.hold(List.of());
      now = NOW.plusSeconds(60);
      node.keeping.run();
      assertThat(node.stored()).isEmpty();
      assertThat(node.uses.last(LABEL)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatCannotBeReadIsWrittenAnew(Dialect dialect) {
    try (Database database = withShop(dialect)) {
      new Store(database)
          .<Entry>write(writing -> writing.create(
              StoredUses.id("c1"), content("{\"" + LABEL + "\":\"yesterday\"}"), "test", NOW));
      Node node = new Node(database);
      assertThat(node.uses.last(LABEL)).isEmpty();
      node.use(NOW);
      assertThat(node.stored()).contains(NOW);
    }
  }

  private Database withShop(Dialect dialect) {
    Database database = Stores.database(dialect, folder);
    new Store(database).<Entry>write(writing -> writing.create(SHOP, content("{}"), "test", NOW));
    return database;
  }

  private static Content content(String document) {
    return new Content(document, Words.NONE, Map.of());
  }
}
