package dev.jeton.server.agora;

import java.time.Instant;

/** A token and its times. */
record MintedToken(String token, TokenVersion version, long issuedAtSecond, long ttlSeconds) {
  private static final long LONGEST_MARGIN = 300;
  private static final long SHORTEST_MARGIN = 30;

  Instant issuedAt() {
    return Instant.ofEpochSecond(issuedAtSecond);
  }

  Instant expiresAt() {
    return Instant.ofEpochSecond(issuedAtSecond + ttlSeconds);
  }

  /**
   * When a client should fetch the next one: a tenth of the lifetime before the end, but 30 s to 5
   * min, since the SDKs warn 30 s before; at half of a lifetime that is shorter than a minute.
   */
  Instant renewAt() {
    long margin = ttlSeconds < 2 * SHORTEST_MARGIN
        ? ttlSeconds - ttlSeconds / 2
        : Math.max(SHORTEST_MARGIN, Math.min(LONGEST_MARGIN, ttlSeconds / 10));
    return Instant.ofEpochSecond(issuedAtSecond + ttlSeconds - margin);
  }

  @Override
  public String toString() {
    return "MintedToken[" + version.text() + ", expires " + expiresAt() + "]";
  }
}
