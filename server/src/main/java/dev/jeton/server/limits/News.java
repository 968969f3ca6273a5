package dev.jeton.server.limits;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * The buckets from which something was taken that other nodes do not know yet. Bounded, for each limit
 * apart, so that a flood of one pushes out nothing of another.
 */
final class News {
  private final Map<Limit, LinkedBlockingQueue<Held>> waiting = new EnumMap<>(Limit.class);
  private final Map<Limit, LongAdder> dropped = new EnumMap<>(Limit.class);

  private News() {}

  /** For a node that is alone. */
  static News none() {
    return new News();
  }

  /** @param most of how many buckets of each limit; what is taken from others counts here alone */
  static News of(int most) {
    News news = new News();
    for (Limit limit : Limit.values()) {
      news.waiting.put(limit, new LinkedBlockingQueue<>(most));
      news.dropped.put(limit, new LongAdder());
    }
    return news;
  }

  boolean areTold() {
    return !waiting.isEmpty();
  }

  void taken(Held held, long times) {
    LinkedBlockingQueue<Held> queue = waiting.get(held.limit());
    if (queue != null && held.note(times) && !queue.offer(held)) {
      held.tell();
      LongAdder count = dropped.get(held.limit());
      if (count != null) {
        count.increment();
      }
    }
  }

  /** How often something of that limit found no room. */
  long dropped(Limit limit) {
    LongAdder count = dropped.get(limit);
    return count == null ? 0 : count.sum();
  }

  /**
   * Some of them, those that wait for longest first; they count as told. Each limit has its share, and
   * what one leaves of it is for the others.
   */
  List<Use> take(int most) {
    List<Held> all = new ArrayList<>();
    int share = Math.max(1, most / Limit.values().length);
    waiting.values().forEach(queue -> queue.drainTo(all, Math.min(share, most - all.size())));
    waiting.values().forEach(queue -> queue.drainTo(all, most - all.size()));
    List<Use> news = new ArrayList<>();
    for (Held held : all) {
      Use use = held.tell();
      if (use.taken() > 0) {
        news.add(use);
      }
    }
    return news;
  }
}
