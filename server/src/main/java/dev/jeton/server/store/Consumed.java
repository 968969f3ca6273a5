package dev.jeton.server.store;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** What may be used once, such as a token's hash, and was. */
public final class Consumed {
  private final Database database;

  public Consumed(Database database) {
    this.database = database;
  }

  /**
   * Uses all of the marks, or none of them when one was used before.
   *
   * @param endsAt when nobody asks for them any more, because what they stand for has expired
   * @return those that were used before; empty means that all are used now
   */
  public Set<String> consume(String kind, Collection<String> marks, Instant endsAt) {
    return database.write(handle -> consume(handle, kind, marks, endsAt));
  }

  static Set<String> consume(Handle handle, String kind, Collection<String> marks, Instant endsAt) {
    Set<String> usedBefore = new LinkedHashSet<>();
    // In one order, or two that share marks would wait for each other.
    for (String mark : new TreeSet<>(marks)) {
      if (!use(handle, kind, mark, endsAt)) {
        usedBefore.add(mark);
      }
    }
    if (!usedBefore.isEmpty()) {
      handle.rollback();
    }
    return usedBefore;
  }

  /** Takes it back: the marks can be used again. */
  public void forget(String kind, Collection<String> marks) {
    database.write(handle -> forget(handle, kind, marks));
  }

  static int forget(Handle handle, String kind, Collection<String> marks) {
    for (String mark : new TreeSet<>(marks)) {
      handle.execute("DELETE FROM consumed WHERE kind = ? AND mark = ?", kind, mark);
    }
    return marks.size();
  }

  /** Removes some of those that ended, and tells how many. */
  public int removeEnded(Instant now, int most) {
    return database.write(handle -> handle.execute(
        "DELETE FROM consumed WHERE (kind, mark) IN (SELECT kind, mark FROM consumed"
            + " WHERE ends_at < ? ORDER BY ends_at LIMIT ?)",
        now.toEpochMilli(),
        most));
  }

  private static boolean use(Handle handle, String kind, String mark, Instant endsAt) {
    return handle.execute(
            "INSERT INTO consumed (kind, mark, ends_at) VALUES (?, ?, ?)"
                + " ON CONFLICT (kind, mark) DO NOTHING",
            kind,
            mark,
            endsAt.toEpochMilli())
        == 1;
  }
}
