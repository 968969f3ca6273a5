package dev.jeton.server.kandy;

import dev.jeton.server.access.Asker;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/** How many things each asker has here that have not ended, so that nobody takes the room of all. */
final class AskerShares {
  private final int most;
  private final Map<Asker, Integer> counts = new HashMap<>();
  private final Queue<Thing> things = new PriorityQueue<>(Comparator.comparing(Thing::end));

  private record Thing(Asker asker, Instant end) {}

  /** So many for one asker. */
  AskerShares(int most) {
    this.most = most;
  }

  /** Counts one more; false when the asker has as many as he may. */
  synchronized boolean take(Asker user, Instant end, Instant now) {
    Asker asker = user.share();
    for (Thing first = things.peek();
        first != null && first.end().isBefore(now);
        first = things.peek()) {
      things.remove();
      counts.computeIfPresent(first.asker(), (same, count) -> count == 1 ? null : count - 1);
    }
    if (counts.getOrDefault(asker, 0) >= most) {
      return false;
    }
    things.add(new Thing(asker, end));
    counts.merge(asker, 1, Integer::sum);
    return true;
  }
}
