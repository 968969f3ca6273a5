package dev.jeton.server.archive;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What the background does, one small piece at a time, with time for others between them. */
final class CopyRounds {
  static final Duration PAUSE = Duration.ofMillis(20);
  static final Duration IDLE = Duration.ofSeconds(1);
  static final Duration AFTER_FAULT = Duration.ofSeconds(5);

  private static final Duration BETWEEN_CLEARINGS = Duration.ofHours(1);

  private final Copier copier;
  private final CopyState state;
  private final Optional<Retention> retention;
  private final InstantSource clock;
  private Instant nextClearing;

  CopyRounds(Copier copier, CopyState state, Optional<Retention> retention, InstantSource clock) {
    this.copier = copier;
    this.state = state;
    this.retention = retention;
    this.clock = clock;
    this.nextClearing = clock.instant();
  }

  /** Does the next piece and tells when the one after it is due. */
  Duration next() {
    try {
      boolean more = copier.round();
      state.worked(copier.copied(), copier.last());
      return more || cleared() ? PAUSE : IDLE;
    } catch (IOException | RuntimeException e) {
      copier.startAgain();
      state.failed(e);
      return AFTER_FAULT;
    }
  }

  private boolean cleared() {
    if (retention.isEmpty() || clock.instant().isBefore(nextClearing)) {
      return false;
    }
    if (retention.get().step()) {
      return true;
    }
    nextClearing = clock.instant().plus(BETWEEN_CLEARINGS);
    return false;
  }
}
