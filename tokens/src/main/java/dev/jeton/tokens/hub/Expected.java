package dev.jeton.tokens.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a token is verified against. An audience that is not given is not checked and is listed as
 * unchecked in the result.
 *
 * @param now the time of the verification
 * @param skew how far in the future issue time and beginning may lie, for clocks that differ; a Hub
 *     allowed nothing
 * @param audience what the token has to be for
 */
public record Expected(Instant now, Duration skew, Optional<String> audience) {
  /** One minute. */
  public static final Duration DEFAULT_SKEW = Duration.ofSeconds(60);

  /**
   * What is expected.
   *
   * @throws IllegalArgumentException if the skew is negative
   */
  public Expected {
    if (skew.isNegative()) {
      throw new IllegalArgumentException("a skew is not negative");
    }
  }

  /** Nothing but the time. */
  public static Expected at(Instant now) {
    return new Expected(now, DEFAULT_SKEW, Optional.empty());
  }

  /** With another allowance for clocks that differ. */
  public Expected skew(Duration allowed) {
    return new Expected(now, allowed, audience);
  }

  /** With what the token has to be for. */
  public Expected audience(String forWhat) {
    return new Expected(now, skew, Optional.of(forWhat));
  }
}
