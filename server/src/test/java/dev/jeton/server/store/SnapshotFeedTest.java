package dev.jeton.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the feed looks, waits and begins anew; nothing here waits in truth. */
class SnapshotFeedTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration EVERY = Duration.ofSeconds(30);

  @TempDir
  Path folder;

  private final List<String> done = new ArrayList<>();
  private final List<Long> pauses = new ArrayList<>();
  private final Deque<Supplier<Boolean>> script = new ArrayDeque<>();
  private final Deque<SQLException> faults = new ArrayDeque<>();
  private boolean afterwardsFails;
  private long nanos;

  /** Plays the script, then ends the feed. */
  private void run(Database database) {
    SnapshotFeed[] feed = new SnapshotFeed[1];
    Notices.Source source = () -> {
      done.add("open");
      if (!faults.isEmpty()) {
        throw faults.remove();
      }
      if (script.isEmpty()) {
        feed[0].close();
      }
      return new Notices() {
        @Override
        public boolean await(Duration most) throws SQLException {
          Supplier<Boolean> next = script.poll();
          if (next == null) {
            feed[0].close();
            return false;
          }
          try {
            boolean notice = next.get();
            done.add(notice ? "notice" : "silence of " + most.toSeconds());
            nanos += notice ? Duration.ofSeconds(10).toNanos() : most.toNanos();
            return notice;
          } catch (IllegalStateException e) {
            throw new SQLException(e);
          }
        }

        @Override
        public void close() {}
      };
    };
    Snapshot snapshot = Snapshot.load(new Store(database), () -> NOON);
    feed[0] = new SnapshotFeed(
        snapshot,
        new SnapshotFeed.Parts(
            source,
            new Pauses(new Random(1)),
            (time, end) -> pauses.add(time.toMillis()),
            () -> nanos,
            EVERY,
            () -> {
              done.add("compared");
              if (afterwardsFails) {
                throw new IllegalStateException("a test of what fails afterwards");
              }
            }));
    feed[0].run();
  }

  private static boolean broken() {
    throw new IllegalStateException("broken");
  }

  @Test
  void comparesSoonAfterTheStartAndWhenItsTimeHasComeHoweverManyNoticesCome() {
    script.addAll(List.of(
        () -> false, () -> true, () -> true, () -> false, () -> true, () -> true, () -> true));
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      run(database);
    }
    assertThat(done)
        .containsExactly(
            "open",
            "silence of 2",
            "compared",
            "notice",
            "notice",
            "silence of 10",
            "compared",
            "notice",
            "notice",
            "notice",
            "compared");
  }

  @Test
  void goesOnWhenSomethingThrows() {
    afterwardsFails = true;
    script.addAll(List.of(
        () -> {
          throw new IllegalArgumentException("a test of what nobody foresaw");
        },
        () -> true));
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      run(database);
    }
    assertThat(done).containsExactly("open", "open", "compared", "notice");
    assertThat(pauses).hasSize(1);
  }

  @Test
  void comparesEvenWhileThereIsNoWayForNotices() {
    faults.add(new SQLException("no connection"));
    faults.add(new SQLException("no connection"));
    script.add(() -> true);
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      run(database);
    }
    assertThat(done)
        .containsExactly("open", "compared", "open", "compared", "open", "compared", "notice");
    assertThat(pauses).hasSize(2);
  }

  @Test
  void opensTheWayAgainAfterAPause() {
    script.addAll(List.of(() -> true, SnapshotFeedTest::broken, () -> true));
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      run(database);
    }
    assertThat(done)
        .containsExactly("open", "notice", "compared", "compared", "open", "compared", "notice");
    assertThat(pauses).hasSize(1);
  }

  @Test
  void waitsLongerFromAttemptToAttemptButNeverForEver() {
    Pauses growing = new Pauses(new Random(1));
    for (long longest : new long[] {200, 400, 800, 1600, 3200, 6400, 10_000, 10_000}) {
      assertThat(growing.next().toMillis()).isBetween(longest / 2, longest);
    }
    growing.startOver();
    assertThat(growing.next().toMillis()).isLessThanOrEqualTo(200);
  }
}
