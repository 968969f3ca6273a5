package dev.jeton.server.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Whether the database answers; an outage is told once at its beginning and once at its end. */
final class Reachability {
  private static final Logger LOG = Logger.getLogger(Reachability.class);

  private final InstantSource clock;
  private volatile @Nullable Instant goneSince;

  Reachability(InstantSource clock) {
    this.clock = clock;
  }

  Optional<Instant> goneSince() {
    return Optional.ofNullable(goneSince);
  }

  /** Reads from the database; false when that was not possible, whatever the reason. */
  synchronized boolean tell(Runnable reading) {
    try {
      reading.run();
    } catch (RuntimeException e) {
      if (goneSince == null) {
        goneSince = clock.instant();
        LOG.warnf(
            "the database cannot be read (%s); minting and verifying go on with what is in memory,"
                + " nothing can be changed",
            Database.lastCause(e));
      }
      return false;
    }
    Instant since = goneSince;
    if (since != null) {
      goneSince = null;
      LOG.infof(
          "the database can be read again after %d s",
          Duration.between(since, clock.instant()).toSeconds());
    }
    return true;
  }
}
