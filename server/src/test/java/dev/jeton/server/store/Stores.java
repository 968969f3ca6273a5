package dev.jeton.server.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Fresh, empty databases of both kinds for tests. */
public final class Stores {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Stores() {}

  /** One PostgreSQL server for all tests of this process; it ends with it. */
  private static final class Server {
    private static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Settings for an empty database; a file is made in that folder. */
  public static StoreSettings settings(Dialect dialect, Path folder) {
    return dialect == Dialect.SQLITE ? StoreSettings.Sqlite.in(folder) : postgres();
  }

  /** What starts a server of its own on that database. */
  public static Map<String, String> environment(StoreSettings settings) {
    return settings instanceof StoreSettings.Postgres postgres
        ? Map.of(
            "JETON_DB_URL", postgres.url(), "JETON_DB_USER", postgres.user().orElseThrow())
        : Map.of();
  }

  /** An empty database, opened and migrated. */
  public static Database database(Dialect dialect, Path folder) {
    try {
      Database database = Database.open(settings(dialect, folder));
      database.migrate();
      return database;
    } catch (StoreUnusable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rows of data keys of these ids, which open nothing. */
  public static Database withDataKeys(Database database, String... ids) {
    return database.write(handle -> {
      for (String id : ids) {
        handle.execute(
            "INSERT INTO data_keys (id, wrapped, master_key, created_at, is_primary)"
                + " VALUES (?, ?, 'none', 0, FALSE)",
            id,
            new byte[] {0});
      }
      return database;
    });
  }

  private static StoreSettings postgres() {
    String name = "jeton" + COUNT.incrementAndGet();
    try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    String url = "jdbc:postgresql://127.0.0.1:" + Server.INSTANCE.getPort() + "/" + name;
    return new StoreSettings.Postgres(url, Optional.of("postgres"), Optional.empty());
  }
}
