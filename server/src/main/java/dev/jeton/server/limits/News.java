package dev.jeton.server.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;

/** The buckets from which something was taken that other nodes do not know yet. Bounded. */
final class News {
  private final Optional<ArrayBlockingQueue<Held>> waiting;

  private News(Optional<ArrayBlockingQueue<Held>> waiting) {
    this.waiting = waiting;
  }

  /** For a node that is alone. */
  static News none() {
    return new News(Optional.empty());
  }

  /** @param most of how many buckets; what is taken from others meanwhile counts here alone */
  static News of(int most) {
    return new News(Optional.of(new ArrayBlockingQueue<>(most)));
  }

  boolean areTold() {
    return waiting.isPresent();
  }

  void taken(Held held, long times) {
    waiting.ifPresent(queue -> {
      if (held.note(times) && !queue.offer(held)) {
        held.tell();
      }
    });
  }

  /** Some of them, those that wait for longest first; they count as told. */
  List<Use> take(int most) {
    List<Use> news = new ArrayList<>();
    waiting.ifPresent(queue -> {
      List<Held> all = new ArrayList<>();
      queue.drainTo(all, most);
      for (Held held : all) {
        Use use = held.tell();
        if (use.taken() > 0) {
          news.add(use);
        }
      }
    });
    return news;
  }
}
