package dev.jeton.server.archive;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jspecify.annotations.Nullable;

/** Ends a statement that takes too long, in the same way on both databases. */
final class TimeLimit implements StatementCustomizer, AutoCloseable {
  private final Future<?> end;
  private @Nullable PreparedStatement running;
  private boolean over;
  private boolean exceeded;

  TimeLimit(ScheduledThreadPoolExecutor timer, Duration time) {
    end = timer.schedule(this::exceed, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void beforeExecution(PreparedStatement statement, StatementContext context)
      throws SQLException {
    running = statement;
    if (exceeded) {
      throw new SQLException("the time is over before it begins");
    }
  }

  private synchronized void exceed() {
    exceeded = !over;
    if (exceeded && running != null) {
      try {
        running.cancel();
      } catch (SQLException e) {
        // Then it comes to its end by itself.
      }
    }
  }

  synchronized boolean isExceeded() {
    return exceeded;
  }

  /** The connection is another's next. */
  @Override
  public synchronized void close() {
    over = true;
    running = null;
    end.cancel(false);
  }
}
