package dev.jeton.server.archive;

import dev.jeton.server.audit.chain.NamesFollower;
import dev.jeton.server.audit.chain.RowPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Reads and writes the positions of all servers. */
final class NodeTable {
  private static final String COLUMNS =
      "SELECT node, segment, line_start, seq, hash, names_segment, names_start, base_seq, base_hash,"
          + " asked, erased FROM audit_nodes ";

  private NodeTable() {}

  static Optional<Position> find(Handle handle, String node) {
    return handle
        .createQuery(COLUMNS + "WHERE node = :node")
        .bind("node", node)
        .map((row, context) -> position(row))
        .findOne();
  }

  static List<Position> all(Handle handle) {
    return handle
        .createQuery(COLUMNS + "ORDER BY node")
        .map((row, context) -> position(row))
        .list();
  }

  /** When something of each server came into the store last, by its node. */
  static Map<String, Instant> copiedAt(Handle handle) {
    return handle
        .createQuery("SELECT node, copied_at FROM audit_nodes")
        .map((row, context) -> Map.entry(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Adds a server; whoever asks for an erasure meanwhile waits.
   *
   * @param common the last row that stands under another name already
   * @param erased the last erasure that was done in its files; null when it has nothing to erase
   */
  static Position add(
      Handle handle, String node, RowPlace common, @Nullable Long erased, long now) {
    Forgetting.lock(handle);
    long erasures =
        handle.createQuery("SELECT erasures FROM audit_state").mapTo(Long.class).one();
    Position begin = Position.begin(node, common, erasures, erased == null ? erasures : erased);
    bound(
            handle,
            "INSERT INTO audit_nodes (node, segment, line_start, seq, hash, names_segment,"
                + " names_start, base_seq, base_hash, asked, erased, copied_at) VALUES (:node,"
                + " :segment, :line_start, :seq, :hash, :names_segment, :names_start, :base_seq,"
                + " :base_hash, :asked, :erased, :now)",
            begin,
            now)
        .execute();
    return begin;
  }

  /** Goes on from one position to the next; false when the first no longer holds. */
  static boolean move(Handle handle, Position from, Position to, long now) {
    return bound(
                handle,
                "UPDATE audit_nodes SET segment = :segment, line_start = :line_start, seq = :seq,"
                    + " hash = :hash, names_segment = :names_segment, names_start = :names_start,"
                    + " base_seq = :base_seq, base_hash = :base_hash, erased = :erased,"
                    + " copied_at = :now WHERE node = :node AND seq = :from_seq"
                    + " AND base_seq = :from_base AND asked = :asked AND erased = :from_erased",
                to,
                now)
            .bind("from_seq", from.rows().seq())
            .bind("from_base", from.baseSeq())
            .bind("from_erased", from.erased())
            .execute()
        > 0;
  }

  private static Update bound(Handle handle, String sql, Position position, long now) {
    return handle
        .createUpdate(sql)
        .bind("node", position.node())
        .bind("segment", position.rows().segment())
        .bind("line_start", position.rows().offset())
        .bind("seq", position.rows().seq())
        .bind("hash", position.rows().hash())
        .bind("names_segment", position.names().segment())
        .bind("names_start", position.names().offset())
        .bind("base_seq", position.baseSeq())
        .bind("base_hash", position.baseHash())
        .bind("asked", position.asked())
        .bind("erased", position.erased())
        .bind("now", now);
  }

  private static Position position(ResultSet row) throws SQLException {
    return new Position(
        row.getString(1),
        new RowPlace(row.getInt(2), row.getLong(3), row.getLong(4), row.getString(5)),
        new NamesFollower.Place(row.getInt(6), row.getLong(7)),
        row.getLong(8),
        row.getString(9),
        row.getLong(10),
        row.getLong(11));
  }
}
