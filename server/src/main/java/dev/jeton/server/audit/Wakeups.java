package dev.jeton.server.audit;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** All that happens later: deadlines, the end of a fold interval, another try after a fault. */
final class Wakeups {
  private static final System.Logger LOG = System.getLogger(AuditLog.class.getName());
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Alarm alarm;
  private final AuditSettings settings;
  private final Inbox inbox;
  private final FoldedNotes notes;
  private final NoteFlush flush;
  private final Tally tally;
  private final AtomicBoolean retrySet = new AtomicBoolean();

  Wakeups(
      Alarm alarm,
      AuditSettings settings,
      Inbox inbox,
      FoldedNotes notes,
      NoteFlush flush,
      Tally tally) {
    this.alarm = alarm;
    this.settings = settings;
    this.inbox = inbox;
    this.notes = notes;
    this.flush = flush;
    this.tally = tally;
  }

  void atDeadline() {
    alarm.in(settings.deadline(), this::lookForOverdue);
  }

  void atEndOfInterval() {
    alarm.in(settings.foldInterval(), this::endInterval);
  }

  /** The log is being stopped: what has gathered is due whatever the interval says. */
  void notesNow() {
    notes.end();
  }

  /**
   * Sees to it that the end of a fault or of a shortage is noticed without any request: a server
   * that reports itself unready gets none.
   */
  void afterRound(boolean written) {
    if (!written && retrySet.compareAndSet(false, true)) {
      alarm.in(RETRY, this::retry);
    }
    if (flush.countingOnly() && notes.watch()) {
      atEndOfInterval();
    }
  }

  private void retry() {
    retrySet.set(false);
    inbox.call();
  }

  private void endInterval() {
    notes.end();
    inbox.call();
  }

  private void lookForOverdue() {
    Inbox.Overdue overdue = inbox.overdue();
    if (overdue.newlyStuck()) {
      LOG.log(Level.ERROR, "audit: {0}; nothing is minted until it does", Inbox.STUCK);
    }
    tally.unavailable.add(overdue.late().size());
    Answers.give(overdue.late(), new AuditOutcome.Unavailable(Inbox.STUCK));
    if (overdue.nextLook() > 0) {
      alarm.in(Duration.ofNanos(overdue.nextLook()), this::lookForOverdue);
    }
  }
}
