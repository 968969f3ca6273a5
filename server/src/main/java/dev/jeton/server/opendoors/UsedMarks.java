package dev.jeton.server.opendoors;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was used up, in memory and bounded, for as long as it could be used again. When there is no room
 * for more, nothing more counts until the oldest have ended.
 */
final class UsedMarks {
  private final int most;
  private final Duration lifetime;
  private final Map<String, Instant> ends = new LinkedHashMap<>();

  UsedMarks(int most, Duration lifetime) {
    this.most = most;
    this.lifetime = lifetime;
  }

  /** Uses it; false when it was used before, or when there is no room. */
  synchronized boolean use(String mark, Instant now) {
    Iterator<Instant> oldest = ends.values().iterator();
    while (oldest.hasNext() && !now.isBefore(oldest.next())) {
      oldest.remove();
    }
    return ends.size() < most && ends.putIfAbsent(mark, now.plus(lifetime)) == null;
  }

  synchronized int size() {
    return ends.size();
  }
}
