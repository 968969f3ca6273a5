package dev.jeton.server.api;

import dev.jeton.server.access.Asker;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The first requests under their keys, for a day, in memory. Nobody can take the room of everybody:
 * each asker has a share.
 */
final class FirstRequests {
  static final int MOST = 50_000;
  static final int MOST_OF_ONE = 10_000;

  private final Map<Asker, Map<RequestKey, First>> byAsker = new LinkedHashMap<>();
  private int size;

  /** Under what. */
  record RequestKey(String route, String key) {}

  /** What made the token. */
  static final class First {
    private final String fingerprint;
    private final Instant now;
    private final long seed;
    private volatile boolean recorded;

    First(String fingerprint, Instant now, long seed) {
      this.fingerprint = fingerprint;
      this.now = now;
      this.seed = seed;
    }

    boolean hasBody(String other) {
      return fingerprint.equals(other);
    }

    /** Whether its audit row is on the disk. */
    boolean isRecorded() {
      return recorded;
    }

    void setRecorded() {
      recorded = true;
    }

    MintMoment moment() {
      return new MintMoment(now, new SplittableRandom(seed), recorded);
    }
  }

  /** What became of an attempt to be the first. */
  enum Kept {
    KEPT,
    FULL
  }

  synchronized @Nullable First find(Asker asker, RequestKey key, Instant now) {
    dropOlderThan(now.minus(MintMoment.REPEATABLE));
    return byAsker.getOrDefault(asker, Map.of()).get(key);
  }

  synchronized Kept keep(Asker asker, RequestKey key, First first) {
    Map<RequestKey, First> own = byAsker.computeIfAbsent(asker, a -> new LinkedHashMap<>());
    if (size >= MOST || own.size() >= MOST_OF_ONE) {
      return Kept.FULL;
    }
    if (own.put(key, first) == null) {
      size++;
    }
    return Kept.KEPT;
  }

  synchronized void forget(Asker asker, RequestKey key) {
    if (byAsker.getOrDefault(asker, new LinkedHashMap<>()).remove(key) != null) {
      size--;
    }
  }

  private void dropOlderThan(Instant oldest) {
    Iterator<Map<RequestKey, First>> askers = byAsker.values().iterator();
    while (askers.hasNext()) {
      Map<RequestKey, First> own = askers.next();
      Iterator<First> eldest = own.values().iterator();
      while (eldest.hasNext() && eldest.next().now.isBefore(oldest)) {
        eldest.remove();
        size--;
      }
      if (own.isEmpty()) {
        askers.remove();
      }
    }
  }
}
