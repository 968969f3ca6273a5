package dev.jeton.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes on one PostgreSQL server, and what they do when it is gone for a while. */
class NodesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final int PATIENCE_SECONDS = 60;

  /** So long that only a notice can be the reason for what is seen. */
  private static final FeedSettings RARELY = new FeedSettings(Duration.ofHours(1));

  @TempDir
  Path folder;

  /** One server process with its feed. */
  private static final class Node implements AutoCloseable {
    final Database database;
    final Store store;
    final Snapshot snapshot;
    final SharedMarks marks;
    final SnapshotFeed feed;
    private final CountDownLatch compared = new CountDownLatch(1);
    private final Map<EntryId, CountDownLatch> seen = new ConcurrentHashMap<>();
    private final BlockingQueue<Boolean> comparisons = new LinkedBlockingQueue<>();

    Node(StoreSettings settings) throws StoreUnusable {
      database = Database.open(settings);
      database.migrate();
      store = new Store(database);
      snapshot = Snapshot.load(store, Clock.systemUTC());
      snapshot.listen(changed -> changed.forEach(entry -> latch(entry.id()).countDown()));
      marks = new SharedMarks(database, "kind", Clock.systemUTC(), 100);
      feed = SnapshotFeed.start(snapshot, settings, RARELY, new MarksHeard(List.of(marks)), () -> {
        marks.load();
        compared.countDown();
        comparisons.add(true);
      });
    }

    private CountDownLatch latch(EntryId id) {
      return seen.computeIfAbsent(id, any -> new CountDownLatch(1));
    }

    void awaitListening() throws InterruptedException {
      assertThat(compared.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** The comparison that follows each new connection. */
    void awaitComparison() throws InterruptedException {
      assertThat(comparisons.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
    }

    void awaitSight(EntryId id) throws InterruptedException {
      assertThat(latch(id).await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() {
      feed.close();
      database.close();
    }
  }

  private static EntryId create(Store store, String id) {
    Content content = new Content("{}", Words.NONE, Map.of());
    return store
        .<Entry>write(writing -> writing.create(new EntryId("thing", id), content, "ann", NOON))
        .id();
  }

  @Test
  void showOneAnothersChanges() throws Exception {
    StoreSettings settings = Stores.settings(Dialect.POSTGRESQL, folder);
    try (Node one = new Node(settings);
        Node two = new Node(settings)) {
      one.awaitListening();
      two.awaitListening();
      two.awaitSight(create(one.store, "from-one"));
      one.awaitSight(create(two.store, "from-two"));
      assertThat(one.snapshot.entries()).isEqualTo(two.snapshot.entries());
    }
  }

  @Test
  void knowOneAnothersMarksByTheNoticeAlone() throws Exception {
    StoreSettings settings = Stores.settings(Dialect.POSTGRESQL, folder);
    try (Node one = new Node(settings);
        Node two = new Node(settings)) {
      one.awaitListening();
      two.awaitListening();
      Instant end = Instant.now().plusSeconds(600);
      assertThat(one.marks.make(List.of("a", "b"), end)).isEmpty();
      // Notices come in order, so that of the entry comes after those of the marks.
      two.awaitSight(create(one.store, "afterwards"));
      assertThat(two.marks.knows("a") && two.marks.knows("b")).isTrue();
      assertThat(two.marks.make(List.of("b", "c"), end)).containsExactly("b");
      one.awaitSight(create(two.store, "later"));
      assertThat(one.marks.knows("c")).isFalse();
    }
  }

  @Test
  void listenAgainWhenTheirConnectionsWereCut() throws Exception {
    StoreSettings settings = Stores.settings(Dialect.POSTGRESQL, folder);
    try (Node one = new Node(settings);
        Node two = new Node(settings)) {
      two.awaitListening();
      two.awaitComparison();
      one.database.read(handle -> handle
          .createQuery("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
          .mapTo(Boolean.class)
          .list());
      two.awaitComparison();
      two.awaitSight(create(one.store, "afterwards"));
    }
  }

  @Test
  void goOnFromMemoryWhileTheServerIsGone() throws Exception {
    EmbeddedPostgres server = server(0);
    int port = server.getPort();
    StoreSettings settings = new StoreSettings.Postgres(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        Optional.of("postgres"),
        Optional.empty());
    try (Node node = new Node(settings)) {
      EntryId before = create(node.store, "before");
      node.awaitComparison();
      server.close();
      assertThat(node.snapshot.refresh()).isFalse();
      assertThat(node.snapshot.degraded()).isPresent();
      assertThat(node.snapshot.find(before)).isPresent();
      assertThatThrownBy(() -> create(node.store, "meanwhile"))
          .isInstanceOf(StoreUnavailable.class);
      // One may still have come through while the server was about to go.
      node.comparisons.clear();
      server = server(port);
      node.awaitComparison();
      assertThat(node.snapshot.degraded()).isEmpty();
      EntryId after = create(node.store, "after");
      assertThat(node.store.revisions().keySet()).isEqualTo(Set.of(before, after));
    } finally {
      server.close();
    }
  }

  private EmbeddedPostgres server(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgres"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }
}
