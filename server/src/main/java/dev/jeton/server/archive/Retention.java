package dev.jeton.server.archive;

import dev.jeton.server.audit.chain.ChainRow;
import dev.jeton.server.store.Database;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Drops rows of all servers from the store that are old enough, from the first on and a few at a time. The
 * hash of the last one that went is kept, so the rest can still be verified. Files are left alone.
 */
final class Retention {
  private static final System.Logger LOG = System.getLogger(Retention.class.getName());
  private static final int ROWS = 500;

  private static final String WITHOUT_ROWS = " AND NOT EXISTS (SELECT 1 FROM audit_marks m"
      + " WHERE m.what = 'person' AND m.word = audit_names.hash AND m.node = audit_names.node)";

  private final Database database;
  private final Duration kept;
  private final InstantSource clock;

  Retention(Database database, Duration kept, InstantSource clock) {
    this.database = database;
    this.kept = kept;
    this.clock = clock;
  }

  private record Old(long seq, long atMillis) {}

  /** Drops the next few; returns whether there may be more. */
  boolean step() {
    long before = clock.instant().minus(kept).toEpochMilli();
    for (Position node : database.read(NodeTable::all)) {
      if (database.write(handle -> rows(handle, node, before)) || names(node)) {
        return true;
      }
    }
    return false;
  }

  private static boolean rows(Handle handle, Position node, long before) {
    List<Old> next = handle
        .createQuery("SELECT seq, at_millis FROM audit_rows WHERE node = :node AND seq > :base"
            + " ORDER BY seq LIMIT " + ROWS)
        .bind("node", node.node())
        .bind("base", node.baseSeq())
        .map((row, context) -> new Old(row.getLong(1), row.getLong(2)))
        .list();
    long last = 0;
    for (int i = 0; i < next.size() && next.get(i).atMillis() < before; i++) {
      last = next.get(i).seq();
    }
    return last > 0 && drop(handle, node, last);
  }

  private static boolean drop(Handle handle, Position node, long last) {
    ChainRow row = ChainRow.of(handle
        .createQuery("SELECT line FROM audit_rows WHERE node = :node AND seq = :seq")
        .bind("node", node.node())
        .bind("seq", last)
        .mapTo(String.class)
        .one());
    if (row == null) {
      // Somebody has changed it: evidence, and nothing that a later check could go on from.
      LOG.log(
          Level.WARNING,
          "audit: row {0} of node {1} was changed in the store, so no rows of that node are dropped"
              + " from there on; look with: jeton audit verify --store",
          Long.toString(last),
          node.node());
      return false;
    }
    int moved = handle.execute(
        "UPDATE audit_nodes SET base_seq = ?, base_hash = ? WHERE node = ? AND base_seq = ?",
        last,
        row.hash(),
        node.node(),
        node.baseSeq());
    if (moved > 0) {
      handle.execute("DELETE FROM audit_marks WHERE node = ? AND seq <= ?", node.node(), last);
      handle.execute("DELETE FROM audit_rows WHERE node = ? AND seq <= ?", node.node(), last);
    }
    return moved > 0;
  }

  /**
   * A text goes when no row has it any more. Those of the current file stay: a later row of that person
   * would not bring it again.
   */
  private boolean names(Position node) {
    List<String> hashes = database.read(handle -> handle
        .createQuery("SELECT hash FROM audit_names WHERE node = :node AND segment < :segment"
            + WITHOUT_ROWS + " LIMIT " + ROWS)
        .bind("node", node.node())
        .bind("segment", node.rows().segment())
        .mapTo(String.class)
        .list());
    if (hashes.isEmpty()) {
      return false;
    }
    database.write(handle -> {
      PreparedBatch batch = handle.prepareBatch(
          "DELETE FROM audit_names WHERE node = :node AND hash = :hash AND segment < :segment"
              + WITHOUT_ROWS);
      hashes.forEach(hash -> batch
          .bind("node", node.node())
          .bind("hash", hash)
          .bind("segment", node.rows().segment())
          .add());
      return batch.execute();
    });
    return true;
  }
}
