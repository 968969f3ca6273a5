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

  /** What came of using one. */
  enum Use {
    FIRST,
    AGAIN,
    /** There is no room to remember it. */
    FULL
  }

  UsedMarks(int most) {
    this.most = most;
  }

  /**
   * Uses it, unless it was used before.
   *
   * @param end until when it could be used again
   */
  synchronized Use use(String mark, Instant end, Instant now) {
    Iterator<Instant> oldest = ends.values().iterator();
    while (oldest.hasNext() && !now.isBefore(oldest.next())) {
      oldest.remove();
    }
    if (ends.containsKey(mark)) {
      return Use.AGAIN;
    }
    if (ends.size() >= most) {
      return Use.FULL;
    }
    ends.put(mark, end);
    return Use.FIRST;
  }

  synchronized int size() {
    return ends.size();
  }
}
