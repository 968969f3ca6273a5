package dev.jeton.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for several writers at once; on both databases. */
class StoreConcurrencyTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final int WRITERS = 4;

  @TempDir
  Path folder;

  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private static EntryId id(String id) {
    return new EntryId("thing", id);
  }

  private static Content named(String name) {
    return new Content("{\"of\":\"" + name + "\"}", new Words(Map.of("name", name)), Map.of());
  }

  /** What each of them got, a fault as itself. */
  private List<Object> together(List<Callable<Object>> tasks) throws Exception {
    CyclicBarrier start = new CyclicBarrier(tasks.size());
    List<Future<Object>> running = new ArrayList<>();
    for (Callable<Object> task : tasks) {
      running.add(threads.submit(() -> {
        start.await();
        try {
          return task.call();
        } catch (Stale | Taken e) {
          return e;
        }
      }));
    }
    List<Object> results = new ArrayList<>();
    for (Future<Object> one : running) {
      results.add(one.get());
    }
    return results;
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void letsOneOfTwoChangeTheSameVersion(Dialect dialect) throws Exception {
    try (Database database = Stores.database(dialect, folder)) {
      Store store = new Store(database);
      Entry before = store.write(writing -> writing.create(id("one"), named("one"), "ann", NOON));
      List<Object> results = together(List.of(
          () -> store.write(writing -> writing.change(before, named("bob's"), "bob", NOON)),
          () -> store.write(writing -> writing.change(before, named("eve's"), "eve", NOON))));
      assertThat(results).hasAtLeastOneElementOfType(Stale.class);
      assertThat(results).hasAtLeastOneElementOfType(Entry.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void letsOneOfTwoTakeAWord(Dialect dialect) throws Exception {
    try (Database database = Stores.database(dialect, folder)) {
      Store store = new Store(database);
      List<Object> results = together(List.of(
          () -> store.write(writing -> writing.create(id("one"), named("shop"), "bob", NOON)),
          () -> store.write(writing -> writing.create(id("two"), named("shop"), "eve", NOON))));
      assertThat(results).hasAtLeastOneElementOfType(Taken.class);
      assertThat(results).hasAtLeastOneElementOfType(Entry.class);
      assertThat(store.revision()).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void showsAReaderNoRevisionBeforeTheOnesBelowIt(Dialect dialect) throws Exception {
    int each = 25;
    try (Database database = Stores.database(dialect, folder)) {
      Store store = new Store(database);
      AtomicBoolean writing = new AtomicBoolean(true);
      Future<List<Long>> reader = threads.submit(() -> {
        List<Long> seen = new ArrayList<>();
        long last = 0;
        boolean more = true;
        while (more) {
          more = writing.get();
          for (Entry entry : store.changedSince(last)) {
            seen.add(entry.revision());
            last = entry.revision();
          }
        }
        return seen;
      });
      List<Callable<Object>> writers = new ArrayList<>();
      for (int w = 0; w < WRITERS; w++) {
        String writer = "w" + w;
        writers.add(() -> {
          for (int i = 0; i < each; i++) {
            String name = writer + "-" + i;
            store.write(one -> one.create(id(name), named(name), writer, NOON));
          }
          return writer;
        });
      }
      together(writers);
      writing.set(false);
      List<Long> all = new ArrayList<>();
      for (long revision = 1; revision <= (long) WRITERS * each; revision++) {
        all.add(revision);
      }
      assertThat(reader.get()).isEqualTo(all);
    }
  }
}
