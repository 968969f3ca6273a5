package dev.jeton.server.limits;

import dev.jeton.server.store.Database;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Where the nodes on one PostgreSQL write what was taken from their limits, and read what the others
 * took. Its clock is the database's, which may be set.
 */
final class TableBoard implements Board {
  private static final String NOW = "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint";

  /** A row may be seen so much later than its time says. */
  private static final long MARGIN_MILLIS = 2_000;

  private static final long KEPT_MILLIS = 60_000;
  private static final int SWEEP_EACH = 100;

  private final Database database;
  private final Hearing hearing;
  private long written;
  private long seen;
  private int rounds;

  private record Row(String node, long seq, long writtenAt, Buffer uses) {}

  TableBoard(Database database, Hearing hearing) {
    this.database = database;
    this.hearing = hearing;
  }

  @Override
  public List<Use> exchange(List<Use> news) {
    // Of a row whose answer got lost nobody knows whether it is there, so no number is taken twice.
    long seq = news.isEmpty() ? written : ++written;
    byte[] sealed = news.isEmpty() ? new byte[0] : hearing.tell(seq, news);
    List<Row> rows = database.write(handle -> {
      long now = handle.createQuery(NOW).mapTo(Long.class).one();
      if (sealed.length > 0) {
        handle.execute(
            "INSERT INTO limit_uses (node, seq, written_at, uses) VALUES (?, ?, ?, ?)",
            hearing.self(),
            seq,
            now,
            sealed);
      }
      if (rounds % SWEEP_EACH == 0) {
        handle.execute(
            "DELETE FROM limit_uses WHERE written_at < ? OR written_at > ?",
            now - KEPT_MILLIS,
            now + KEPT_MILLIS);
      }
      return others(handle, Math.min(seen, now) - MARGIN_MILLIS);
    });
    boolean first = rounds == 0;
    rounds++;
    hearing.nextRound();
    List<Use> heard = new ArrayList<>();
    for (Row row : rows) {
      seen = Math.max(seen, row.writtenAt());
      if (first) {
        hearing.skip(row.node(), row.seq());
      } else {
        heard.addAll(hearing.hear(row.node(), row.seq(), row.uses().getBytes()));
      }
    }
    return heard;
  }

  private List<Row> others(Handle handle, long since) {
    return handle
        .createQuery("SELECT node, seq, written_at, uses FROM limit_uses"
            + " WHERE written_at >= :since AND node <> :node ORDER BY node, seq")
        .bind("since", since)
        .bind("node", hearing.self())
        .map((row, context) -> new Row(
            row.getString("node"),
            row.getLong("seq"),
            row.getLong("written_at"),
            Buffer.buffer(row.getBytes("uses"))))
        .list();
  }
}
