package dev.jeton.server.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/** Removes what nobody asks for any more, in small transactions. */
public final class Sweep implements Runnable {
  private static final Logger LOG = Logger.getLogger(Sweep.class);
  private static final int MOST = 1000;

  /** Longer than this it does not keep others waiting; the rest comes next time. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Another node's clock may be behind, and for it a mark still counts. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private final Consumed consumed;
  private final KeptAnswers answers;
  private final InstantSource clock;

  public Sweep(Database database, InstantSource clock) {
    this.consumed = new Consumed(database);
    this.answers = new KeptAnswers(database);
    this.clock = clock;
  }

  @Override
  public void run() {
    try {
      Instant begin = clock.instant();
      Instant end = begin.plus(PATIENCE);
      long removed = all(end, () -> consumed.removeEnded(begin.minus(MARGIN), MOST))
          + all(end, () -> answers.removeEnded(begin, MOST));
      LOG.debugf("%d ended rows were removed", removed);
    } catch (StoreUnavailable e) {
      LOG.debug("ended rows stay until the database answers again");
    }
  }

  private long all(Instant end, IntSupplier batch) {
    long removed = 0;
    int last;
    do {
      last = batch.getAsInt();
      removed += last;
    } while (last == MOST && clock.instant().isBefore(end));
    return removed;
  }
}
