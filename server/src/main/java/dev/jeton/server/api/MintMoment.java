package dev.jeton.server.api;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When a token is minted and from which randomness. The same moment makes the same token.
 *
 * @param again whether the token was minted before and its request is repeated, so that whatever it
 *     consumes is gone already
 * @param notes what minting it the first time found out
 */
public record MintMoment(Instant now, RandomGenerator random, boolean again, MintNotes notes) {
  /** How long a request may be repeated. */
  public static final Duration REPEATABLE = Duration.ofHours(24);

  /** The moment of a request that cannot come again. */
  public static MintMoment once(Instant now, RandomGenerator random) {
    return new MintMoment(now, random, false, MintNotes.none());
  }
}
