package dev.jeton.server.archive;

import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads by what the rows of one server are found, in the order of the rows. */
final class StoredMarks implements AutoCloseable {
  static final int FETCHED_AT_ONCE = 50;

  private final Query query;
  private final ResultIterator<At> all;
  private @Nullable At next;

  StoredMarks(Handle handle, String node, long after, long last) {
    query = handle.createQuery("SELECT seq, what, word, at_millis FROM audit_marks"
        + " WHERE node = :node AND seq > :after AND seq <= :last ORDER BY seq");
    all = query
        .bind("node", node)
        .bind("after", after)
        .bind("last", last)
        .setFetchSize(FETCHED_AT_ONCE)
        .map((row, context) ->
            new At(row.getLong(1), new Mark(row.getString(2), row.getString(3), row.getLong(4))))
        .iterator();
    advance();
  }

  /** One of them. */
  record Mark(String what, String word, long atMillis) {
    /** Those that a line has. */
    static Set<Mark> of(RowFacts facts) {
      Set<Mark> marks = new HashSet<>();
      facts.people().forEach(hash -> marks.add(new Mark(RowTables.PERSON, hash, facts.atMillis())));
      facts
          .identities()
          .forEach(word -> marks.add(new Mark(RowTables.IDENTITY, word, facts.atMillis())));
      return marks;
    }
  }

  private record At(long seq, Mark mark) {}

  /** Those of a row that comes after the ones that were asked for before. */
  Set<Mark> of(long seq) {
    Set<Mark> marks = new HashSet<>();
    for (At one = next; one != null && one.seq() <= seq; one = advance()) {
      marks.add(one.mark());
    }
    return marks;
  }

  private @Nullable At advance() {
    next = all.hasNext() ? all.next() : null;
    return next;
  }

  @Override
  public void close() {
    all.close();
    query.close();
  }
}
