package dev.jeton.server.store;

import dev.jeton.tokens.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** Where things are stored. */
public sealed interface StoreSettings {

  /** One file in the data folder. */
  record Sqlite(Path file) implements StoreSettings {
    /** The file in its folder. */
    public static Sqlite in(Path folder) {
      return new Sqlite(folder.resolve("jeton.db"));
    }
  }

  /**
   * A PostgreSQL server.
   *
   * @param url for JDBC, without a password
   */
  record Postgres(String url, Optional<String> user, Optional<Secret> password)
      implements StoreSettings {}
}
