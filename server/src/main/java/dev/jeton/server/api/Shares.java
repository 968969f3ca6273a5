package dev.jeton.server.api;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * Sees to it that nobody takes more places than a share. Counting costs a query, so this node takes an
 * eighth of what is left without counting again, and several nodes overrun a share by little.
 */
final class Shares {
  private static final int PARTS = 8;
  private static final int MOST_KNOWN = 10_000;
  private static final Duration WHILE_FULL = Duration.ofSeconds(10);
  private static final Duration WHILE_NOT = Duration.ofHours(1);

  private final int most;
  private final Map<String, Left> known = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
      return size() > MOST_KNOWN;
    }
  };

  Shares(int most) {
    this.most = most;
  }

  private record Left(int places, boolean full, Instant until) {}

  /**
   * Takes a place; false when the share is used up.
   *
   * @param count counts the places that are taken; it need not count beyond the share
   */
  boolean take(String whose, Instant now, IntSupplier count) {
    synchronized (known) {
      Left left = known.get(whose);
      if (left != null && now.isBefore(left.until()) && (left.full() || left.places() > 0)) {
        known.put(whose, new Left(left.places() - 1, left.full(), left.until()));
        return !left.full();
      }
    }
    int room = most - count.getAsInt();
    boolean full = room <= 0;
    Left left =
        new Left((room + PARTS - 1) / PARTS - 1, full, now.plus(full ? WHILE_FULL : WHILE_NOT));
    synchronized (known) {
      known.put(whose, left);
    }
    return !full;
  }

  int most() {
    return most;
  }
}
