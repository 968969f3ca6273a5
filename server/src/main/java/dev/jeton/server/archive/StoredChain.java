package dev.jeton.server.archive;

import dev.jeton.server.audit.chain.ChainRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Walks over the stored rows of one server and looks whether each follows from the one before. */
final class StoredChain {
  private final Position node;
  private long seq;
  private String hash;
  private long rows;

  /** Goes on after a row that was found to be good. */
  StoredChain(Position node, long seq, String hash) {
    this.node = node;
    this.seq = seq;
    this.hash = hash;
  }

  private record Stored(long seq, Columns columns, String line) {}

  /** Reads that many rows one by one; returns what is wrong, or null. */
  Checked.@Nullable Fault read(Handle handle, int most) {
    int count = 0;
    try (StoredMarks marks = new StoredMarks(
            handle, node.node(), seq, Math.min(seq + most, node.rows().seq()));
        Query query = handle.createQuery(
            "SELECT seq, at_millis, event, outcome, code, caller, platform, request,"
                + " line FROM audit_rows WHERE node = :node AND seq > :seq AND seq <= :last"
                + " ORDER BY seq LIMIT " + most)) {
      query
          .bind("node", node.node())
          .bind("seq", seq)
          .bind("last", node.rows().seq())
          .setFetchSize(StoredMarks.FETCHED_AT_ONCE);
      try (ResultIterator<Stored> next =
          query.map((row, context) -> stored(row)).iterator()) {
        for (; next.hasNext(); count++) {
          Checked.Fault fault = fault(next.next(), marks);
          if (fault != null) {
            return fault;
          }
          rows++;
        }
      }
    }
    return count < most ? end() : null;
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getLong(1),
        new Columns(
            row.getLong(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getString(8)),
        row.getString(9));
  }

  private Checked.@Nullable Fault fault(Stored stored, StoredMarks marks) {
    if (stored.seq() != seq + 1) {
      return broken(seq + 1, "the row", "none before row " + stored.seq());
    }
    ChainRow row = ChainRow.of(stored.line());
    if (row == null || row.seq() != stored.seq()) {
      return broken(stored.seq(), "the row", "a line that is not this row");
    }
    if (!row.sound()) {
      return broken(stored.seq(), "a line with the hash of what it says", "another hash");
    }
    if (!row.prev().equals(hash)) {
      return broken(stored.seq(), "prev " + hash, "prev " + row.prev());
    }
    RowFacts facts = RowFacts.of(stored.line());
    if (!stored.columns().equals(Columns.of(facts))) {
      return broken(stored.seq(), "columns as the line says", "others");
    }
    if (!marks.of(stored.seq()).equals(StoredMarks.Mark.of(facts))) {
      return broken(stored.seq(), "people and identities as the line says", "others");
    }
    seq = row.seq();
    hash = row.hash();
    return null;
  }

  private Checked.@Nullable Fault end() {
    if (seq < node.rows().seq()) {
      return broken(seq + 1, "the row", "none up to row " + node.rows().seq());
    }
    return hash.equals(node.rows().hash())
        ? null
        : broken(seq, "hash " + node.rows().hash(), "hash " + hash);
  }

  private Checked.Fault broken(long at, String expected, String found) {
    return new Checked.Fault(node.node(), at, expected, found);
  }

  boolean atEnd() {
    return seq == node.rows().seq();
  }

  long seq() {
    return seq;
  }

  String hash() {
    return hash;
  }

  long rows() {
    return rows;
  }
}
