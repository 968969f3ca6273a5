package dev.jeton.server.opendoors;

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
  private final Map<String, Instant> ends = new LinkedHashMap<>();

  UsedMarks(int most) {
    this.most = most;
  }

  /**
   * Uses it; false when it was used before, or when there is no room.
   *
   * @param end until when it could be used again
   */
  synchronized boolean use(String mark, Instant end, Instant now) {
    Iterator<Instant> oldest = ends.values().iterator();
    while (oldest.hasNext() && !now.isBefore(oldest.next())) {
      oldest.remove();
    }
    return ends.size() < most && ends.putIfAbsent(mark, end) == null;
  }

  synchronized int size() {
    return ends.size();
  }
}
