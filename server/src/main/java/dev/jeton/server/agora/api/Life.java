package dev.jeton.server.agora.api;

import dev.jeton.tokens.agora.AccessToken2;
import java.time.Instant;

/** When a 007 token and its privileges end, as Agora counts. */
record Life(Instant issuedAt, long lifetimeSeconds) {

  Instant end() {
    return issuedAt.plusSeconds(Math.min(lifetimeSeconds, AccessToken2.MAX_LIFETIME.toSeconds()));
  }

  /** 0 is the token's end, and no privilege outlives it. */
  Instant privilegeEnd(long seconds) {
    Instant own = issuedAt.plusSeconds(seconds);
    return seconds == 0 || own.isAfter(end()) ? end() : own;
  }
}
