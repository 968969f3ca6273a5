package dev.jeton.server.agora;

import dev.jeton.tokens.Renewal;
import java.time.Instant;

/** A token and its times. */
record MintedToken(String token, TokenVersion version, long issuedAtSecond, long ttlSeconds) {
  Instant issuedAt() {
    return Instant.ofEpochSecond(issuedAtSecond);
  }

  Instant expiresAt() {
    return Instant.ofEpochSecond(issuedAtSecond + ttlSeconds);
  }

  Instant renewAt() {
    return Renewal.at(issuedAt(), expiresAt());
  }

  @Override
  public String toString() {
    return "MintedToken[" + version.text() + ", expires " + expiresAt() + "]";
  }
}
