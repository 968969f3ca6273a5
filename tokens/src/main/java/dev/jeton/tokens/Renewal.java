package dev.jeton.tokens;

import java.time.Duration;
import java.time.Instant;

/** When a client should fetch its next token. */
public final class Renewal {
  /** The SDKs ask 30 seconds before the end, so an answer comes no later. */
  private static final long SHORTEST_MARGIN = 30;

  private static final long LONGEST_MARGIN = 300;

  private Renewal() {}

  /**
   * A tenth of the lifetime before the end, but 30 seconds to 5 minutes; halfway through a life of
   * less than a minute. In whole seconds, the lifetime's fractions rounded down.
   */
  public static Instant at(Instant issuedAt, Instant expiresAt) {
    long lifetime = Duration.between(issuedAt, expiresAt).toSeconds();
    if (lifetime < 2 * SHORTEST_MARGIN) {
      return issuedAt.plusSeconds(lifetime / 2);
    }
    long margin = Math.max(SHORTEST_MARGIN, Math.min(LONGEST_MARGIN, lifetime / 10));
    return issuedAt.plusSeconds(lifetime - margin);
  }
}
