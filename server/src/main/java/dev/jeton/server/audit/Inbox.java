package dev.jeton.server.audit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the writer thread and what it has in hand. All waiting calls have the same
 * patience, so the oldest is always the next whose deadline passes, and one alarm serves all.
 */
final class Inbox {
  static final String STUCK = "the audit file has not answered within its deadline";
  static final String CROWDED = "too many rows wait for the audit file";
  static final String STOPPED = "the audit log is stopped";

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final ArrayDeque<Append> waiting = new ArrayDeque<>();
  private final ArrayDeque<Append> inHand = new ArrayDeque<>();
  private final LongSupplier nanos;
  private final long patience;
  private final int mostRows;
  private int waitingRows;
  private boolean called;
  private boolean stuck;
  private boolean stopping;
  private boolean alarmSet;

  Inbox(LongSupplier nanos, Duration deadline, int mostRows) {
    this.nanos = nanos;
    this.patience = deadline.toNanos();
    this.mostRows = mostRows;
  }

  /** What came of an {@link #offer}: a reason against it, and how soon to call {@link #overdue}. */
  record Offered(@Nullable String refusal, boolean setAlarm) {
    private static final Offered TAKEN = new Offered(null, false);
    private static final Offered TAKEN_FIRST = new Offered(null, true);
  }

  Offered offer(Append append) {
    lock.lock();
    try {
      if (stopping) {
        return new Offered(STOPPED, false);
      }
      if (stuck) {
        return new Offered(STUCK, false);
      }
      if (append.rows.size() > mostRows - waitingRows) {
        return new Offered(CROWDED, false);
      }
      append.deadline = nanos.getAsLong() + patience;
      waiting.add(append);
      waitingRows += append.rows.size();
      work.signal();
      boolean first = !alarmSet;
      alarmSet = true;
      return first ? Offered.TAKEN_FIRST : Offered.TAKEN;
    } finally {
      lock.unlock();
    }
  }

  /** Lets the writer make a round although no answer waits. */
  void call() {
    lock.lock();
    try {
      called = true;
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  void stop() {
    lock.lock();
    try {
      stopping = true;
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for work; false when the log was stopped and nothing is left. */
  boolean await() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !called && !stopping) {
        work.awaitUninterruptibly();
      }
      boolean more = !waiting.isEmpty() || called;
      called = false;
      inHand.addAll(waiting);
      waiting.clear();
      waitingRows = 0;
      return more;
    } finally {
      lock.unlock();
    }
  }

  /** The calls in hand. Only the writer thread adds and removes, so it may walk without the lock. */
  ArrayDeque<Append> inHand() {
    return inHand;
  }

  /** The first calls in hand, by whether their callers still wait, and whether that was in doubt. */
  record Settled(List<Append> inTime, List<Append> late, boolean wasStuck) {}

  Settled settle(int count) {
    List<Append> inTime = new ArrayList<>(count);
    List<Append> late = new ArrayList<>(0);
    boolean wasStuck;
    lock.lock();
    try {
      for (int i = 0; i < count; i++) {
        Append append = inHand.remove();
        (append.late ? late : inTime).add(append);
      }
      wasStuck = stuck;
      stuck = false;
    } finally {
      lock.unlock();
    }
    return new Settled(inTime, late, wasStuck);
  }

  boolean stuck() {
    lock.lock();
    try {
      return stuck;
    } finally {
      lock.unlock();
    }
  }

  /** Who has waited too long, and how long until the next look; not positive means no look. */
  record Overdue(List<Append> late, boolean newlyStuck, long nextLook) {}

  Overdue overdue() {
    List<Append> late = new ArrayList<>();
    lock.lock();
    try {
      long now = nanos.getAsLong();
      long next = 0;
      for (Append append : inHand) {
        if (!append.late && append.deadline - now <= 0) {
          append.late = true;
          late.add(append);
        } else if (!append.late && next == 0) {
          next = append.deadline - now;
        }
      }
      while (!waiting.isEmpty() && waiting.element().deadline - now <= 0) {
        Append append = waiting.remove();
        waitingRows -= append.rows.size();
        append.late = true;
        late.add(append);
      }
      if (next == 0 && !waiting.isEmpty()) {
        next = waiting.element().deadline - now;
      }
      boolean newlyStuck = !late.isEmpty() && !stuck;
      if (newlyStuck) {
        stuck = true;
        // A writer that only slept through the deadline finds no row any more that would wake it.
        called = true;
        work.signal();
      }
      alarmSet = next > 0;
      return new Overdue(late, newlyStuck, next);
    } finally {
      lock.unlock();
    }
  }
}
