package dev.jeton.server.audit;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;

/** The writer thread: one write and one force for all that has gathered meanwhile. */
final class CommitLoop implements Runnable {
  private static final System.Logger LOG = System.getLogger(AuditLog.class.getName());

  private final Inbox inbox;
  private final Batch batch;
  private final OwnRows own;
  private final Wakeups wakeups;
  private final Tally tally;
  private final Health health;
  private final Errands errands;
  private final Closeable folder;

  CommitLoop(
      Inbox inbox,
      Batch batch,
      OwnRows own,
      Wakeups wakeups,
      Tally tally,
      Health health,
      Errands errands,
      Closeable folder) {
    this.inbox = inbox;
    this.batch = batch;
    this.own = own;
    this.wakeups = wakeups;
    this.tally = tally;
    this.health = health;
    this.errands = errands;
    this.folder = folder;
  }

  @Override
  public void run() {
    while (inbox.await()) {
      List<FutureTask<?>> asked = errands.take();
      round();
      asked.forEach(FutureTask::run);
    }
    List<FutureTask<?>> lastAsked = errands.close();
    wakeups.notesNow();
    round();
    lastAsked.forEach(FutureTask::run);
    own.add("server-stopped", Map.of());
    round();
    health.stopped();
    close();
  }

  private void round() {
    boolean written;
    do {
      written = commit();
      // Settling may have made rows of our own; they are tried at once only while writing works.
    } while (!inbox.inHand().isEmpty() || (written && !own.isEmpty()));
    wakeups.afterRound(written);
  }

  private boolean commit() {
    try {
      batch.commit(inbox.inHand());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      batch.undo();
      failed("the audit file cannot be written: " + reason(e));
      return false;
    }
    if (batch.rows() > 0) {
      tally.lastSeq = batch.lastSeq();
      tally.rows.add(batch.rows());
      tally.batches.increment();
      health.worked();
    }
    Inbox.Settled settled = inbox.settle(batch.appends());
    own.withdraw(settled.late());
    if (settled.wasStuck()) {
      own.add("audit-interrupted", Map.of("why", Inbox.STUCK));
    }
    Answers.give(settled.inTime(), AuditOutcome.WRITTEN);
    return true;
  }

  private void failed(String why) {
    if (health.failed(why)) {
      own.add("audit-interrupted", Map.of("why", why));
    }
    Inbox.Settled settled = inbox.settle(inbox.inHand().size());
    tally.unavailable.add(settled.inTime().size());
    Answers.give(settled.inTime(), new AuditOutcome.Unavailable(why));
  }

  /** What the operating system said, without the path that Java puts before it. */
  private static String reason(Throwable e) {
    String said = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return said == null ? e.getClass().getSimpleName() : said;
  }

  private void close() {
    try {
      batch.close();
      folder.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "audit: the audit file could not be closed: {0}", reason(e));
    }
  }
}
