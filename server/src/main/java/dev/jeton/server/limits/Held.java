package dev.jeton.server.limits;

import io.github.bucket4j.Bucket;
import java.util.concurrent.atomic.AtomicLong;

/** A bucket, the rate that it was made for, and what other nodes do not know of it yet. */
final class Held {
  private final Limit limit;
  private final String key;
  private final Bucket bucket;
  private final int rate;
  private final AtomicLong untold = new AtomicLong();

  /** @param key by which other nodes know it; empty where none is told */
  Held(Limit limit, String key, Bucket bucket, int rate) {
    this.limit = limit;
    this.key = key;
    this.bucket = bucket;
    this.rate = rate;
  }

  Limit limit() {
    return limit;
  }

  String key() {
    return key;
  }

  Bucket bucket() {
    return bucket;
  }

  int rate() {
    return rate;
  }

  /** Whether other nodes are told of it. */
  boolean isTold() {
    return !key.isEmpty();
  }

  /** What of it is left, from 0 to 1. */
  double left() {
    return (double) bucket.getAvailableTokens() / rate;
  }

  /** Notes what was taken here; whether there was nothing to tell before. */
  boolean note(long taken) {
    return untold.getAndAdd(taken) == 0;
  }

  /** What others have to know, which then counts as told. Older than a window it would not matter. */
  Use tell() {
    return new Use(limit, key, rate, Math.min(rate, untold.getAndSet(0)));
  }

  /**
   * Takes what was taken elsewhere. It may owe that, but never more than a window's share, so that
   * nobody waits for longer than two windows.
   */
  void takenElsewhere(long taken) {
    long most = bucket.getAvailableTokens() + rate;
    if (most > 0) {
      bucket.consumeIgnoringRateLimits(Math.min(taken, most));
    }
  }
}
