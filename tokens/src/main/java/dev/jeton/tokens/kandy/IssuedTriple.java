package dev.jeton.tokens.kandy;

import java.time.Duration;
import java.time.Instant;

/**
 * A minted set.
 *
 * @param tokens the three tokens
 * @param issuedAt the time in all three, in whole milliseconds
 */
public record IssuedTriple(Triple tokens, Instant issuedAt) {
  /** The last instant at which it is valid; the realm's duration stands in no token. */
  public Instant expiresAt(Duration duration) {
    return issuedAt.plus(duration);
  }
}
