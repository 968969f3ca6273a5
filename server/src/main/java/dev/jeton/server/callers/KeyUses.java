package dev.jeton.server.callers;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** When each key was used last, by its label, as far as this server knows. In memory alone. */
final class KeyUses {
  private static final long GRAIN_MILLIS = 1_000;

  private final Map<String, AtomicLong> last = new ConcurrentHashMap<>();

  /** On the way of every request with a key, so within a second only the first one writes. */
  void used(String label, Instant now) {
    AtomicLong known = last.get(label);
    if (known == null) {
      known = last.computeIfAbsent(label, key -> new AtomicLong());
    }
    long millis = now.toEpochMilli();
    if (millis - known.get() >= GRAIN_MILLIS) {
      known.accumulateAndGet(millis, Math::max);
    }
  }

  /** What another server, or this one before it started again, has written down. */
  void told(String label, Instant used) {
    last.computeIfAbsent(label, key -> new AtomicLong())
        .accumulateAndGet(used.toEpochMilli(), Math::max);
  }

  Optional<Instant> last(String label) {
    AtomicLong known = last.get(label);
    return known == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(known.get()));
  }

  /** Forgets all keys but these. */
  void retain(Collection<String> labels) {
    last.keySet().retainAll(labels);
  }
}
