package dev.jeton.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** PostgreSQL's LISTEN, on a connection of its own. */
final class PostgresNotices implements Notices {
  private static final int PATIENCE_SECONDS = 5;

  private final Connection connection;
  private final PGConnection postgres;

  private PostgresNotices(Connection connection) throws SQLException {
    this.connection = connection;
    this.postgres = connection.unwrap(PGConnection.class);
  }

  static Notices open(StoreSettings.Postgres settings) throws SQLException {
    Connection connection = Pools.single(settings);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + Store.CHANNEL);
      return new PostgresNotices(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public boolean await(Duration most) throws SQLException {
    PGNotification[] notices =
        postgres.getNotifications(Math.toIntExact(Math.max(1, most.toMillis())));
    if (notices != null && notices.length > 0) {
      return true;
    }
    // A connection that broke without a word would stay silent for ever.
    if (!connection.isValid(PATIENCE_SECONDS)) {
      throw new SQLNonTransientConnectionException("the connection for LISTEN broke");
    }
    return false;
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
