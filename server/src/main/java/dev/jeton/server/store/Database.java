package dev.jeton.server.store;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The database, whichever of the two it is. All calls block and none belongs on an event loop. When the
 * database does not answer they throw {@link StoreUnavailable}.
 */
public final class Database implements AutoCloseable {
  private final AgroalDataSource pool;
  private final Dialect dialect;
  private final Jdbi jdbi;

  private Database(AgroalDataSource pool, Dialect dialect) {
    this.pool = pool;
    this.dialect = dialect;
    this.jdbi = Jdbi.create(pool);
    // What was bound to a statement may be sealed or personal, and does not belong into a log.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
  }

  /**
   * Opens it, and changes nothing in it yet. A file that is not there is made, empty, for its owner
   * alone.
   */
  public static Database open(StoreSettings settings) throws StoreUnusable {
    if (settings instanceof StoreSettings.Sqlite sqlite) {
      return new Database(Pools.sqlite(sqlite), Dialect.SQLITE)
          .proven(sqlite.file().toString());
    }
    StoreSettings.Postgres postgres = (StoreSettings.Postgres) settings;
    return new Database(Pools.postgres(postgres), Dialect.POSTGRESQL)
        .proven(postgres.url().replaceFirst("\\?.*", ""));
  }

  /** Brings the tables to what this server knows. */
  public void migrate() throws StoreUnusable {
    Migrations.run(this, pool);
  }

  /** Throws when a migration is no longer as it was when it was run. */
  void validate() {
    Migrations.validate(pool);
  }

  /** Whether a table of that name is there. */
  public boolean hasTable(String name) {
    return read(handle -> handle
            .createQuery(
                dialect == Dialect.SQLITE
                    ? "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = :name"
                    : "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
                        + " AND tablename = :name")
            .bind("name", name)
            .mapTo(Integer.class)
            .one()
        > 0);
  }

  /** Runs queries, without a transaction around them. */
  public <T> T read(Function<Handle, T> work) {
    return answering(() -> jdbi.withHandle(work::apply));
  }

  /**
   * Runs queries that all see the database as it is at the first of them. Others write meanwhile; what
   * the work itself writes is undone.
   */
  public <T> T readAtOneMoment(Function<Handle, T> work) {
    if (dialect == Dialect.POSTGRESQL) {
      return answering(
          () -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            T result = work.apply(handle);
            handle.rollback();
            return result;
          }));
    }
    // The driver's own transactions are made for writing, and only one at a time can have such.
    return read(handle -> {
      handle.execute("BEGIN DEFERRED");
      try {
        return work.apply(handle);
      } finally {
        handle.execute("ROLLBACK");
      }
    });
  }

  /** The version of the tables that this server writes. */
  public static int schema() {
    return Migrations.NEWEST;
  }

  /** Runs one transaction; whatever is thrown undoes all of it. */
  public <T> T write(Function<Handle, T> work) {
    return answering(() -> jdbi.inTransaction(work::apply));
  }

  public Dialect dialect() {
    return dialect;
  }

  @Override
  public void close() {
    pool.close();
  }

  private interface Work<T> {
    T run();
  }

  private static <T> T answering(Work<T> work) {
    try {
      return work.run();
    } catch (JdbiException e) {
      if (Outage.isBehind(e)) {
        throw new StoreUnavailable(e);
      }
      if (Outage.isMissingReference(e)) {
        throw new MissingReference(e);
      }
      throw e;
    }
  }

  private Database proven(String where) throws StoreUnusable {
    try {
      read(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
      return this;
    } catch (StoreUnavailable | JdbiException e) {
      close();
      throw new StoreUnusable("the database " + where + " cannot be used: " + lastCause(e));
    }
  }

  /** The drivers' own words say best what it is, and have no secret in them. */
  static String lastCause(Throwable fault) {
    Throwable last = fault;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last instanceof SQLException && last.getMessage() != null
        ? last.getMessage().lines().findFirst().orElse("")
        : last.getClass().getSimpleName();
  }
}
