package dev.jeton.server.canary;

import dev.jeton.server.store.StoreSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** What somebody gets who copies the database, the data folder but for its key files, and the logs. */
final class Places {
  /** Each of these is a secret, for the server's user alone. */
  static final Set<String> KEY_FILES =
      Set.of("admin.token", "master.key", "audit.key", "hub-issuer.key", "uid.key");

  private Places() {}

  static List<Haystack> files(Path folder) throws IOException {
    List<Haystack> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        files.add(Haystack.of("the name of a file", name));
        if (!KEY_FILES.contains(file.getFileName().toString())) {
          content(file).ifPresent(bytes -> files.add(Haystack.of(name, bytes)));
        }
      }
    }
    return files;
  }

  /** Empty when it has just gone, as a backup's copy does once it is sent. */
  private static Optional<byte[]> content(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** All tables of a PostgreSQL database, as text and as they are; SQLite's are in its files. */
  static List<Haystack> tables(StoreSettings settings) throws SQLException, IOException {
    List<Haystack> tables = new ArrayList<>();
    if (settings instanceof StoreSettings.Postgres postgres) {
      try (Connection connection =
          DriverManager.getConnection(postgres.url(), postgres.user().orElseThrow(), "")) {
        for (String table : names(connection)) {
          tables.add(copy(connection, table, "text"));
          tables.add(copy(connection, table, "binary"));
        }
      }
    }
    return tables;
  }

  private static List<String> names(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(
            "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static Haystack copy(Connection connection, String table, String format)
      throws SQLException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut("COPY " + table + " TO STDOUT (FORMAT " + format + ")", out);
    return Haystack.of("table " + table, out.toByteArray());
  }
}
