package dev.jeton.server.store;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Looks into a database before a server starts with it. Makes no file and changes nothing. */
public final class Glance {
  private static final String TABLE = "entries";

  private Glance() {}

  /** The documents of a kind's entries; empty where the database cannot be looked into. */
  public static Optional<List<String>> documents(StoreSettings settings, String kind) {
    if (settings instanceof StoreSettings.Sqlite sqlite && !Files.exists(sqlite.file())) {
      return Optional.of(List.of());
    }
    try (Database database = Database.open(settings)) {
      return Optional.of(
          database.hasTable(TABLE) ? database.read(handle -> documents(handle, kind)) : List.of());
    } catch (StoreUnusable | StoreUnavailable | JdbiException e) {
      return Optional.empty();
    }
  }

  private static List<String> documents(Handle handle, String kind) {
    return handle
        .createQuery("SELECT document FROM entries WHERE kind = :kind AND NOT deleted")
        .bind("kind", kind)
        .mapTo(String.class)
        .list();
  }
}
