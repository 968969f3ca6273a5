package dev.jeton.server.archive;

import dev.jeton.server.audit.chain.ChainFollower;
import dev.jeton.server.audit.chain.RowPlace;
import dev.jeton.server.store.Database;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds how far the files of this server say the same as the rows that stand under a node id. */
final class CommonRows {
  private static final int ROWS = 500;
  private static final int BYTES = 2 << 20;

  private final Database database;
  private final ChainFollower files;
  private final long last;

  /**
   * Compares with the files.
   *
   * @param last the last row in them that counts
   */
  CommonRows(Database database, ChainFollower files, long last) {
    this.database = database;
    this.files = files;
    this.last = last;
  }

  /** The last row that is the same; rows follow from one another, so all before it are, too. */
  RowPlace with(Position other) throws IOException {
    RowPlace common = RowPlace.BEGIN;
    RowPlace at = beginOfSegment(other);
    while (true) {
      List<ChainFollower.Line> lines = files.after(at, new ChainFollower.Limits(last, ROWS, BYTES));
      if (lines.isEmpty()) {
        return common;
      }
      Map<Long, String> stored = stored(other.node(), lines);
      for (ChainFollower.Line line : lines) {
        at = line.place();
        if (at.seq() >= other.baseSeq()) {
          if (!isSame(other, line, stored.get(at.seq()))) {
            return common;
          }
          common = at;
        }
      }
    }
  }

  /** The last segment whose first row is the same, or was dropped from the store. */
  private RowPlace beginOfSegment(Position other) throws IOException {
    List<ChainFollower.Line> firsts = files.firsts();
    for (int i = firsts.size() - 1; i > 0; i--) {
      ChainFollower.Line first = firsts.get(i);
      long seq = first.place().seq();
      if (seq <= other.baseSeq()
          || isSame(other, first, stored(other.node(), List.of(first)).get(seq))) {
        return new RowPlace(first.place().segment(), 0, 0, RowPlace.BEGIN.hash());
      }
    }
    return RowPlace.BEGIN;
  }

  private static boolean isSame(Position other, ChainFollower.Line line, @Nullable String stored) {
    return line.place().seq() == other.baseSeq()
        ? line.place().hash().equals(other.baseHash())
        : line.text().equals(stored);
  }

  private Map<Long, String> stored(String node, List<ChainFollower.Line> lines) {
    return database.read(handle -> {
      Map<Long, String> found = new HashMap<>();
      handle
          .createQuery("SELECT seq, line FROM audit_rows WHERE node = :node AND seq >= :first"
              + " AND seq <= :last ORDER BY seq LIMIT " + ROWS)
          .bind("node", node)
          .bind("first", lines.get(0).place().seq())
          .bind("last", lines.get(lines.size() - 1).place().seq())
          .map((row, context) -> found.put(row.getLong(1), row.getString(2)))
          .list();
      return found;
    });
  }
}
