package dev.jeton.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** A database as a script that makes it again: the migrations so far, then every row. */
final class KeptSchema {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+)");
  private static final String HISTORY = "flyway_schema_history";
  private static final String HISTORY_COLUMNS =
      " (installed_rank INTEGER NOT NULL PRIMARY KEY, version VARCHAR(50), description VARCHAR(200)"
          + " NOT NULL, type VARCHAR(20) NOT NULL, script VARCHAR(1000) NOT NULL, checksum INTEGER,"
          + " installed_by VARCHAR(100) NOT NULL, installed_on ";

  private KeptSchema() {}

  static String of(Database database) {
    Dialect dialect = database.dialect();
    String made = migrations();
    StringBuilder script = new StringBuilder(made)
        .append("\nCREATE TABLE " + HISTORY
            + HISTORY_COLUMNS
            + (dialect == Dialect.SQLITE
                ? "TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now'))"
                : "TIMESTAMP NOT NULL DEFAULT now()")
            + ", execution_time INTEGER NOT NULL, success BOOLEAN NOT NULL);\n");
    List<String> tables = new ArrayList<>();
    Matcher found = TABLE.matcher(made);
    while (found.find()) {
      tables.add(found.group(1));
    }
    tables.add(HISTORY);
    return database.read(handle -> {
      tables.forEach(table -> appendRows(handle, dialect, table, script));
      return script.toString();
    });
  }

  private static String migrations() {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void appendRows(
      Handle handle, Dialect dialect, String table, StringBuilder script) {
    script.append("DELETE FROM ").append(table).append(";\n");
    handle.createQuery("SELECT * FROM " + table).scanResultSet((rows, context) -> {
      ResultSet row = rows.get();
      while (row.next()) {
        script.append(insert(row, dialect, table));
      }
      return script;
    });
  }

  private static String insert(ResultSet row, Dialect dialect, String table) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnName(i).toLowerCase(Locale.ROOT);
      if (!name.equals("installed_on")) {
        names.add(name);
        values.add(literal(row.getObject(i), dialect));
      }
    }
    return "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
        + String.join(", ", values) + ");\n";
  }

  private static String literal(Object value, Dialect dialect) {
    if (value instanceof byte[] bytes) {
      String hex = HexFormat.of().formatHex(bytes);
      return dialect == Dialect.SQLITE ? "X'" + hex + "'" : "'\\x" + hex + "'";
    }
    return value instanceof String text
        ? "'" + text.replace("'", "''") + "'"
        : String.valueOf(value);
  }
}
