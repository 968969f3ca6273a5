package dev.jeton.server.boot;

import dev.jeton.server.store.Database;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.store.StoreUnusable;

/** Opens the database before anything can be asked of the server. */
final class StoreStart {
  private StoreStart() {}

  static Database start(StoreSettings settings) throws StartFault {
    try {
      Database database = Database.open(settings);
      database.migrate();
      return database;
    } catch (StoreUnusable e) {
      throw StartFault.outside(e.line());
    }
  }
}
