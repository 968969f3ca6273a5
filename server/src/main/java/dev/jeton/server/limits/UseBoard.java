package dev.jeton.server.limits;

import dev.jeton.server.store.Database;
import dev.jeton.server.vault.CannotOpen;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.Sealer;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Where the nodes on one PostgreSQL write what was taken from their limits, sealed because it names users
 * and addresses, and read what the others took. Its clock is the database's.
 */
final class UseBoard {
  private static final Logger LOG = Logger.getLogger(UseBoard.class);
  private static final String NOW = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

  /** A row may be seen so much later than its time says. */
  private static final long MARGIN_MILLIS = 2_000;

  private static final long KEPT_MILLIS = 60_000;
  private static final int SWEEP_EACH = 100;

  private final Database database;
  private final Sealer sealer;
  private final String node;
  private final Map<String, Long> read = new HashMap<>();
  private long written;
  private long seen;
  private int rounds;

  private record Row(String node, long seq, long writtenAt, Buffer uses) {}

  /** @param node a name that no other node has, nor this one after its next start */
  UseBoard(Database database, Sealer sealer, String node) {
    this.database = database;
    this.sealer = sealer;
    this.node = node;
  }

  /** Tells the others and gives what they told since the last time; at first nothing, since it is old. */
  List<Use> exchange(List<Use> news) {
    byte[] sealed =
        news.isEmpty() ? new byte[0] : sealer.sealBytes(UseForm.write(news), SealIdentity.LIMITS);
    // Of a row whose answer got lost nobody knows whether it is there, so no number is taken twice.
    long seq = sealed.length > 0 ? ++written : written;
    List<Row> rows = database.write(handle -> {
      if (sealed.length > 0) {
        handle.execute(
            "INSERT INTO limit_uses (node, seq, written_at, uses) VALUES (?, ?, " + NOW + ", ?)",
            node,
            seq,
            sealed);
      }
      if (rounds % SWEEP_EACH == 0) {
        handle.execute("DELETE FROM limit_uses WHERE written_at < " + NOW + " - ?", KEPT_MILLIS);
      }
      return others(handle);
    });
    boolean first = rounds == 0;
    rounds++;
    if (first) {
      rows.forEach(this::isNew);
      return List.of();
    }
    return rows.stream().filter(this::isNew).flatMap(row -> uses(row).stream()).toList();
  }

  private List<Row> others(Handle handle) {
    return handle
        .createQuery("SELECT node, seq, written_at, uses FROM limit_uses"
            + " WHERE written_at >= :since AND node <> :node ORDER BY node, seq")
        .bind("since", seen - MARGIN_MILLIS)
        .bind("node", node)
        .map((row, context) -> new Row(
            row.getString("node"),
            row.getLong("seq"),
            row.getLong("written_at"),
            Buffer.buffer(row.getBytes("uses"))))
        .list();
  }

  /** Each node writes its rows in order, so that none is read twice. */
  private boolean isNew(Row row) {
    seen = Math.max(seen, row.writtenAt());
    Long last = read.get(row.node());
    if (last != null && row.seq() <= last) {
      return false;
    }
    read.put(row.node(), row.seq());
    return true;
  }

  private List<Use> uses(Row row) {
    try {
      return UseForm.read(sealer.openBytes(row.uses().getBytes(), SealIdentity.LIMITS));
    } catch (CannotOpen | IOException e) {
      LOG.debugf("what node %s took from its limits cannot be read", row.node());
      return List.of();
    }
  }
}
