package dev.jeton.server.boot;

import dev.jeton.server.backup.Restoration;
import dev.jeton.server.settings.DataSettings;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.store.StoreUnusable;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.server.vault.VaultStart;
import dev.jeton.server.vault.VaultUnusable;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Opens database and vault. It looks first, so that a start with a wrong master key changes nothing. */
final class StoreStart {
  private final Database database;
  private final VaultStart looked;

  private StoreStart(Database database, VaultStart looked) {
    this.database = database;
    this.looked = looked;
  }

  /** All of it, open, with what was read from it. */
  record Opened(Database database, Vault vault, Store store, Snapshot snapshot) {}

  static StoreStart look(Settings settings) throws StartFault {
    Optional<Path> unfinished =
        Restoration.unfinished(settings.get(DataSettings.class).folder());
    if (unfinished.isPresent()) {
      throw StartFault.outside("a restore was interrupted and left " + unfinished.get()
          + "; run it again with --replace, or delete that file if the store is as it was");
    }
    Database database;
    try {
      database = Database.open(settings.get(StoreSettings.class));
    } catch (StoreUnusable e) {
      throw StartFault.outside(e.line());
    }
    try {
      VaultSettings vault = settings.get(VaultSettings.class);
      return new StoreStart(database, Vault.look(vault, database, new SecureRandom()));
    } catch (VaultUnusable e) {
      database.close();
      throw StartFault.outside(e.line());
    } catch (StoreUnavailable e) {
      database.close();
      throw gone();
    }
  }

  Opened open() throws StartFault {
    try {
      database.migrate();
      Vault vault = looked.open(Clock.systemUTC());
      Store store = new Store(database);
      return new Opened(database, vault, store, Snapshot.load(store, Clock.systemUTC()));
    } catch (StoreUnusable e) {
      throw StartFault.outside(e.line());
    } catch (VaultUnusable e) {
      throw StartFault.outside(e.line());
    } catch (StoreUnavailable e) {
      throw gone();
    }
  }

  static StartFault gone() {
    return StartFault.outside("the database does not answer; start it, or correct store.url");
  }
}
