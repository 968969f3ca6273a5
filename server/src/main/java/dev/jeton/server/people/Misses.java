package dev.jeton.server.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The wrong passwords of one person, and what came of them.
 *
 * @param since when the counting began; a later one replaces an earlier one
 * @param wrong how many in a row, since the last lock
 * @param locks how often the account was locked since the counting began
 * @param lockedUntil when the last lock ends
 * @param last when the last one was counted
 */
record Misses(Instant since, int wrong, int locks, Instant lockedUntil, Instant last) {
  static final Misses NONE = forgiven(Instant.EPOCH);

  /** So long after the last one, or after the lock that it led to, nothing is held against anybody. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int MOST_DOUBLINGS = 10;

  /** Nothing is held against the person from now on. */
  static Misses forgiven(Instant now) {
    return new Misses(now, 0, 0, Instant.EPOCH, Instant.EPOCH);
  }

  /** Whether the last one that was counted brought a lock. */
  boolean hasJustLocked() {
    return wrong == 0 && locks > 0;
  }

  /** When the lock ends that holds now. */
  Optional<Instant> lockedAt(Instant now) {
    return now.isBefore(lockedUntil) ? Optional.of(lockedUntil) : Optional.empty();
  }

  /** After one more; each lock lasts twice as long as the one before. */
  Misses and(Instant now, PeopleSettings.Lockout rules) {
    return (isForgotten(now) ? forgiven(now) : this).oneMore(now, rules);
  }

  private boolean isForgotten(Instant now) {
    boolean any = wrong > 0 || locks > 0;
    return any && !now.isBefore(later(last, lockedUntil).plus(FORGOTTEN_AFTER));
  }

  private Misses oneMore(Instant now, PeopleSettings.Lockout rules) {
    if (wrong + 1 < rules.after()) {
      return new Misses(since, wrong + 1, locks, lockedUntil, now);
    }
    Duration lock = rules.lasts().multipliedBy(1L << Math.min(locks, MOST_DOUBLINGS));
    Duration bounded = lock.compareTo(LONGEST) > 0 ? LONGEST : lock;
    return new Misses(since, 0, locks + 1, now.plus(bounded), now);
  }

  /** What holds after two nodes counted. */
  Misses and(Misses other) {
    if (!since.equals(other.since)) {
      return since.isAfter(other.since) ? this : other;
    }
    return new Misses(
        since,
        Math.max(wrong, other.wrong),
        Math.max(locks, other.locks),
        later(lockedUntil, other.lockedUntil),
        later(last, other.last));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
