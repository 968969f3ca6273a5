package dev.jeton.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** PostgreSQL's LISTEN, on a connection of its own. */
final class PostgresNotices implements Notices {
  private static final int PATIENCE_SECONDS = 5;

  private final Connection connection;
  private final PGConnection postgres;
  private final Consumer<String> marks;

  private PostgresNotices(Connection connection, Consumer<String> marks) throws SQLException {
    this.connection = connection;
    this.postgres = connection.unwrap(PGConnection.class);
    this.marks = marks;
  }

  /**
   * Listens.
   *
   * @param marks gets what is told of marks, which says all by itself and ends no waiting
   */
  static Notices open(StoreSettings.Postgres settings, Consumer<String> marks) throws SQLException {
    Connection connection = Pools.single(settings);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + Store.CHANNEL);
      statement.execute("LISTEN " + Announcement.CHANNEL);
      return new PostgresNotices(connection, marks);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public boolean await(Duration most) throws SQLException {
    long begin = System.nanoTime();
    Duration left = most;
    do {
      int millis = Math.toIntExact(Math.max(1, left.toMillis()));
      if (tellsOfChanges(postgres.getNotifications(millis))) {
        return true;
      }
      left = most.minusNanos(System.nanoTime() - begin);
    } while (left.toMillis() > 0);
    // A connection that broke without a word would stay silent for ever.
    if (!connection.isValid(PATIENCE_SECONDS)) {
      throw new SQLNonTransientConnectionException("the connection for LISTEN broke");
    }
    return false;
  }

  private boolean tellsOfChanges(PGNotification @Nullable [] notices) {
    boolean changes = false;
    for (PGNotification notice : notices == null ? new PGNotification[0] : notices) {
      if (notice.getName().equals(Announcement.CHANNEL)) {
        marks.accept(notice.getParameter());
      } else {
        changes = true;
      }
    }
    return changes;
  }

  /** Closes it also while a thread waits in it. */
  @Override
  public void close() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      // It is gone, which is what was wanted.
      return;
    }
  }
}
