package dev.jeton.server.boot;

import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.store.StoreUnusable;
import java.time.InstantSource;

/** Opens the database before anything can be asked of the server. */
final class StoreStart {
  private StoreStart() {}

  /** The database with what was read from it. */
  record Opened(Database database, Store store, Snapshot snapshot) {}

  static Opened start(Settings settings, InstantSource clock) throws StartFault {
    try {
      Database database = Database.open(settings.get(StoreSettings.class));
      database.migrate();
      Store store = new Store(database);
      return new Opened(database, store, Snapshot.load(store, clock));
    } catch (StoreUnusable e) {
      throw StartFault.outside(e.line());
    } catch (StoreUnavailable e) {
      throw StartFault.outside("the database does not answer any more; look at its own log");
    }
  }
}
