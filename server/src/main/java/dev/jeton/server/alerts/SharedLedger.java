package dev.jeton.server.alerts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all nodes know of what was told.
 *
 * @param claim counts who has undertaken to tell something
 * @param until until then the last of them is at it, and the others leave it alone
 */
record SharedLedger(Ledger ledger, long claim, @Nullable Instant until) {
  static final SharedLedger EMPTY = new SharedLedger(Ledger.EMPTY, 0, null);

  /** Longer than sending takes when nobody answers. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  boolean isClaimed(Instant at) {
    return until != null && at.isBefore(until);
  }

  SharedLedger with(Ledger next) {
    return new SharedLedger(next, claim, until);
  }

  SharedLedger claimed(Instant at) {
    return new SharedLedger(ledger, claim + 1, at.plus(LEASE));
  }

  SharedLedger settled(Ledger next) {
    return new SharedLedger(next, claim, null);
  }
}
