package dev.jeton.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Looks into the files of a killed server; into a copy, because who opens them mends them. */
final class Databases {
  private static final List<String> FILES = List.of("jeton.db", "jeton.db-wal");

  private Databases() {}

  static void assertReadable(Path folder) throws IOException, SQLException {
    Path copy = Files.createTempDirectory(folder, "copy");
    for (String name : FILES) {
      Path file = folder.resolve("data").resolve(name);
      if (Files.exists(file)) {
        Files.copy(file, copy.resolve(name));
      }
    }
    if (Files.exists(copy.resolve(FILES.get(0)))) {
      try (Connection connection =
              DriverManager.getConnection("jdbc:sqlite:" + copy.resolve(FILES.get(0)));
          Statement statement = connection.createStatement()) {
        try (ResultSet found = statement.executeQuery("PRAGMA integrity_check")) {
          assertThat(found.getString(1)).isEqualTo("ok");
        }
        try (ResultSet broken = statement.executeQuery("PRAGMA foreign_key_check")) {
          assertThat(broken.next()).as("a row belongs to none").isFalse();
        }
      }
    }
    Folders.delete(copy);
  }
}
