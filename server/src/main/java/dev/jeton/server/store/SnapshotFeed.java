package dev.jeton.server.store;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a snapshot up to date by a thread of its own: at each notice of another node, and by a full
 * comparison every now and then. When the way of the notices breaks it is made again, after growing
 * pauses.
 */
public final class SnapshotFeed implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SnapshotFeed.class);

  /** All was read just before the start, and a full comparison would only hold up the first answers. */
  private static final Duration FIRST = Duration.ofSeconds(2);

  private final Snapshot snapshot;
  private final Parts parts;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile @Nullable Notices open;

  /** Whether the way of the notices is known to be closed, so that it is said once. */
  private boolean deaf;

  /** Whether nothing was tried yet since the snapshot was loaded. */
  private boolean justRead = true;

  /**
   * What it needs from outside.
   *
   * @param everyNow how long at most between two comparisons
   * @param afterwards what else is to be done then
   */
  record Parts(
      Notices.Source notices,
      Pauses pauses,
      Waiting waiting,
      LongSupplier nanos,
      Duration everyNow,
      Runnable afterwards) {}

  /** Waits before the next attempt; it tells whether the end came meanwhile. */
  interface Waiting {
    boolean pause(Duration time, CountDownLatch end) throws InterruptedException;
  }

  SnapshotFeed(Snapshot snapshot, Parts parts) {
    this.snapshot = snapshot;
    this.parts = parts;
  }

  /** Starts the thread. */
  public static SnapshotFeed start(
      Snapshot snapshot, StoreSettings settings, FeedSettings feed, Runnable afterwards) {
    Notices.Source source = settings instanceof StoreSettings.Postgres postgres
        ? () -> PostgresNotices.open(postgres)
        : Silence::new;
    SnapshotFeed made = new SnapshotFeed(
        snapshot,
        new Parts(
            source,
            new Pauses(new SecureRandom()),
            (time, end) -> end.await(time.toMillis(), TimeUnit.MILLISECONDS),
            System::nanoTime,
            feed.refresh(),
            afterwards));
    Thread thread = new Thread(made::run, "store feed");
    thread.setDaemon(true);
    thread.start();
    return made;
  }

  @Override
  public void close() {
    end.countDown();
    Notices notices = open;
    if (notices != null) {
      notices.close();
    }
  }

  /** Until it is closed. */
  void run() {
    while (goesOn()) {
      try {
        attempt();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void attempt() throws InterruptedException {
    boolean first = justRead;
    justRead = false;
    try (Notices notices = parts.notices().open()) {
      open = notices;
      deaf = false;
      follow(notices, first);
    } catch (SQLException e) {
      if (goesOn()) {
        // The pool may be better off than the connection for notices; if not, it tells.
        if (compare() && !deaf) {
          deaf = true;
          LOG.warnf(
              "no connection for notices of changes (%s); what other servers change is seen by"
                  + " comparing, seconds later",
              Database.lastCause(e));
        }
        parts.waiting().pause(parts.pauses().next(), end);
      }
    } catch (RuntimeException e) {
      LOG.error("following the store was interrupted, and begins anew", e);
      parts.waiting().pause(parts.pauses().next(), end);
    } finally {
      open = null;
    }
  }

  private void follow(Notices notices, boolean first) throws SQLException, InterruptedException {
    Duration pause = first && FIRST.compareTo(parts.everyNow()) < 0 ? FIRST : parts.everyNow();
    boolean answers = first ? snapshot.refresh() : compare();
    long compared = parts.nanos().getAsLong();
    while (goesOn()) {
      if (answers) {
        parts.pauses().startOver();
        Duration left = pause.minusNanos(parts.nanos().getAsLong() - compared);
        if (left.toMillis() > 0 && notices.await(left)) {
          answers = snapshot.refresh();
          continue;
        }
      } else {
        parts.waiting().pause(parts.pauses().next(), end);
      }
      if (goesOn()) {
        answers = compare();
        pause = parts.everyNow();
        compared = parts.nanos().getAsLong();
      }
    }
  }

  private boolean compare() {
    boolean answers = snapshot.compare();
    if (answers) {
      afterwards();
    }
    return answers;
  }

  private void afterwards() {
    try {
      parts.afterwards().run();
    } catch (RuntimeException e) {
      LOG.error("what is done after a comparison failed", e);
    }
  }

  private boolean goesOn() {
    return end.getCount() > 0;
  }
}
