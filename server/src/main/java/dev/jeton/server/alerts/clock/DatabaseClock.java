package dev.jeton.server.alerts.clock;

import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** PostgreSQL's clock; SQLite has none but this machine's. */
final class DatabaseClock implements OtherClock {
  private final Database database;
  private final InstantSource clock;

  DatabaseClock(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public String owner() {
    return "the database's";
  }

  @Override
  public Optional<Offset> ask() {
    if (database.dialect() != Dialect.POSTGRESQL) {
      return Optional.empty();
    }
    try {
      return Optional.of(database.read(handle -> {
        Instant asked = clock.instant();
        long micros = handle
            .createQuery("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)")
            .mapTo(Long.class)
            .one();
        return Offset.of(asked, Instant.EPOCH.plus(micros, ChronoUnit.MICROS), clock.instant());
      }));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
