package dev.jeton.server.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to what this server knows. */
final class Migrations {
  /** The last file in {@code db/migration}. */
  static final int NEWEST = 5;

  private static final String HISTORY = "flyway_schema_history";

  private Migrations() {}

  static void run(Database database, DataSource pool) throws StoreUnusable {
    int found = version(database);
    if (found > NEWEST) {
      throw new StoreUnusable(
          "the database was written by a newer Jeton (its tables are of version "
              + found
              + ", this one knows "
              + NEWEST
              + "); start that one, or restore a backup from before");
    }
    // Looking by ourselves takes a millisecond; starting the tool takes a few hundred.
    if (found < NEWEST) {
      migrate(pool);
    }
  }

  /** The version of the tables; 0 without any. */
  static int version(Database database) {
    if (!database.hasTable(HISTORY)) {
      return 0;
    }
    Optional<String> last = database.read(handle -> handle
        .createQuery("SELECT version FROM " + HISTORY
            + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1")
        .mapTo(String.class)
        .findOne());
    return last.map(Integer::parseInt).orElse(0);
  }

  /** Throws when a migration is no longer as it was when it was run. */
  static void validate(DataSource pool) {
    flyway(pool).validate();
  }

  private static void migrate(DataSource pool) throws StoreUnusable {
    try {
      flyway(pool).migrate();
    } catch (FlywayException e) {
      throw new StoreUnusable("the database's tables cannot be brought up to date: "
          + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static Flyway flyway(DataSource pool) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(pool)
        .locations("classpath:db/migration")
        .load();
  }
}
