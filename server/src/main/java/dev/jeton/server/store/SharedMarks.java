package dev.jeton.server.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Marks of one kind among what is consumed, in the memory of every node too. The node that makes one
 * knows it once it is committed, the others by a notice a moment later, and all of them read
 * everything with each comparison, so that none stays unknown.
 */
public final class SharedMarks {
  private final Database database;
  private final String kind;
  private final InstantSource clock;
  private final int most;
  private final Map<String, Long> ends = new ConcurrentHashMap<>();
  private volatile boolean complete;

  /**
   * None yet.
   *
   * @param kind one word
   * @param most how many are held in memory
   */
  public SharedMarks(Database database, String kind, InstantSource clock, int most) {
    this.database = database;
    this.kind = kind;
    this.clock = clock;
    this.most = most;
  }

  /** The same without anything beside them. */
  public Set<String> make(Collection<String> marks, Instant endsAt) {
    return make(marks, endsAt, Optional.empty());
  }

  /**
   * Makes all of the marks, or none of them when one is there already, and tells all nodes. Blocks.
   *
   * @param answer is kept with them in one transaction, so that whoever is not told whether it was
   *     done can ask again; throws {@link KeptRequests.PlaceTaken}, and makes none, where it has no place
   * @return those that are there already
   */
  public Set<String> make(
      Collection<String> marks, Instant endsAt, Optional<KeptRequests.Settled> answer) {
    Set<String> before = database.write(handle -> {
      Set<String> there = Consumed.consume(handle, kind, marks, endsAt);
      if (there.isEmpty()) {
        answer.ifPresent(kept -> KeptRequests.keep(handle, kept));
        announce(handle, new Announcement(kind, endsAt, List.copyOf(marks)));
      }
      return there;
    });
    if (before.isEmpty()) {
      hold(marks, endsAt);
    }
    return before;
  }

  /** Takes marks back, and the answer that was kept with them. Other nodes see it with their next comparison. Blocks. */
  public void takeBack(Collection<String> marks, Optional<KeptRequests.Settled> answer) {
    database.write(handle -> {
      answer.ifPresent(kept -> KeptRequests.drop(handle, kept));
      return Consumed.forget(handle, kind, marks);
    });
    marks.forEach(ends::remove);
  }

  /** Whether this node knows the mark, which waits for nothing. */
  public boolean knows(String mark) {
    Long end = ends.get(mark);
    return end != null && end >= clock.millis();
  }

  /** Whether the store has the mark. Blocks. */
  public boolean has(String mark) {
    return database.read(handle -> handle
            .createQuery("SELECT count(*) FROM consumed WHERE kind = :kind AND mark = :mark")
            .bind("kind", kind)
            .bind("mark", mark)
            .mapTo(Integer.class)
            .one()
        > 0);
  }

  /** Whether there is room for more in memory. */
  public boolean hasRoom() {
    return ends.size() < most;
  }

  /** Whether all marks were read that the store had when it was compared last. */
  public boolean isComplete() {
    return complete;
  }

  /** Reads all that have not ended. Blocks. */
  public void load() {
    Set<String> before = new HashSet<>(ends.keySet());
    Map<String, Long> now = database.read(this::current);
    ends.putAll(now);
    before.removeAll(now.keySet());
    ends.keySet().removeAll(before);
    complete = now.size() <= most;
  }

  void hear(Announcement told) {
    if (!told.kind().equals(kind)) {
      return;
    }
    if (hasRoom()) {
      hold(told.marks(), told.endsAt());
    } else {
      complete = false;
    }
  }

  private void hold(Collection<String> marks, Instant endsAt) {
    marks.forEach(mark -> ends.put(mark, endsAt.toEpochMilli()));
  }

  private Map<String, Long> current(Handle handle) {
    Map<String, Long> all = new HashMap<>();
    handle
        .createQuery("SELECT mark, ends_at FROM consumed WHERE kind = :kind AND ends_at >= :now"
            + " ORDER BY ends_at DESC LIMIT :most")
        .bind("kind", kind)
        .bind("now", clock.millis())
        .bind("most", most + 1)
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(mark -> all.put(mark.getKey(), mark.getValue()));
    return all;
  }

  private void announce(Handle handle, Announcement made) {
    if (database.dialect() == Dialect.POSTGRESQL) {
      handle
          .createQuery("SELECT pg_notify(:channel, :text)")
          .bind("channel", Announcement.CHANNEL)
          .bind("text", made.text())
          .mapTo(String.class)
          .findOne();
    }
  }
}
