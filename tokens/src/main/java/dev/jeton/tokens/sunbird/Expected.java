package dev.jeton.tokens.sunbird;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a token is verified against.
 *
 * @param now the time of the verification
 * @param skew how far {@code nbf} and {@code iat} may lie in the future, for clocks that differ;
 *     {@code exp} has no such allowance
 * @param request the request that the token came with, where it is known
 */
public record Expected(Instant now, Duration skew, Optional<HttpRequest> request) {
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
    return new Expected(now, allowed, request);
  }

  /** With the request as its client sent it. */
  public Expected request(HttpRequest sent) {
    return new Expected(now, skew, Optional.of(sent));
  }
}
