package dev.jeton.server.store;

import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Removes what nobody asks for any more, a little at a time. */
public final class Sweep implements Runnable {
  private static final Logger LOG = Logger.getLogger(Sweep.class);
  private static final int MOST = 1000;

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
      int removed = consumed.removeEnded(clock.instant().minus(MARGIN), MOST)
          + answers.removeEnded(clock.instant(), MOST);
      LOG.debugf("%d ended rows were removed", removed);
    } catch (StoreUnavailable e) {
      LOG.debug("ended rows stay until the database answers again");
    }
  }
}
