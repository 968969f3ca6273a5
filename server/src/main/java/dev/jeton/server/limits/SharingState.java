package dev.jeton.server.limits;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Since when this node counts by itself although it should count together with others. */
final class SharingState {
  private final InstantSource clock;
  private volatile @Nullable Instant alone;

  SharingState(InstantSource clock) {
    this.clock = clock;
  }

  Optional<Instant> alone() {
    return Optional.ofNullable(alone);
  }

  /** The others were told and heard; whether that is news. */
  boolean together() {
    boolean news = alone != null;
    alone = null;
    return news;
  }

  /** The others could not be told; whether that is news. */
  boolean apart() {
    boolean news = alone == null;
    if (news) {
      alone = clock.instant();
    }
    return news;
  }
}
