package dev.jeton.server.archive;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Looks for rows that searches would find and that belong to no server's copy. */
final class Strays {
  private Strays() {}

  /** The first that stands outside of what its server has copied; null when there is none. */
  static Checked.@Nullable Fault find(Handle handle) {
    List<String> nodes = handle
        .createQuery("SELECT node FROM audit_nodes ORDER BY node")
        .mapTo(String.class)
        .list();
    List<@Nullable String> ends = new ArrayList<>(nodes);
    ends.add(null);
    String from = null;
    for (String to : ends) {
      Checked.Fault fault = between(handle, from, to);
      if (fault == null && to != null) {
        fault = outside(handle, to);
      }
      if (fault != null) {
        return fault;
      }
      from = to;
    }
    return null;
  }

  /** Of a server that is not known. */
  private static Checked.@Nullable Fault between(
      Handle handle, @Nullable String from, @Nullable String to) {
    String above = from == null ? "" : " AND node > :from";
    String below = to == null ? "" : " AND node < :to";
    var query = handle.createQuery("SELECT node, seq FROM audit_rows WHERE 1 = 1" + above + below
        + " ORDER BY node, seq LIMIT 1");
    if (from != null) {
      query.bind("from", from);
    }
    if (to != null) {
      query.bind("to", to);
    }
    return query
        .map((row, context) -> fault(row.getString(1), row.getLong(2)))
        .findOne()
        .orElse(null);
  }

  /** Of a known one, with a number that it has not reached or has dropped. */
  private static Checked.@Nullable Fault outside(Handle handle, String node) {
    for (String where : new String[] {
      "seq > (SELECT seq FROM audit_nodes WHERE node = :node)",
      "seq <= (SELECT base_seq FROM audit_nodes WHERE node = :node)"
    }) {
      var found = handle
          .createQuery("SELECT seq FROM audit_rows WHERE node = :node AND " + where
              + " ORDER BY seq LIMIT 1")
          .bind("node", node)
          .mapTo(Long.class)
          .findOne();
      if (found.isPresent()) {
        return fault(node, found.get());
      }
    }
    return null;
  }

  private static Checked.Fault fault(String node, long seq) {
    return new Checked.Fault(node, seq, "no row that its server has not copied", "one");
  }
}
