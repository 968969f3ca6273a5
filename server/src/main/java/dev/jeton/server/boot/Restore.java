package dev.jeton.server.boot;

import dev.jeton.server.audit.AuditSettings;
import dev.jeton.server.audit.OfflineLog;
import dev.jeton.server.backup.BackupUnusable;
import dev.jeton.server.backup.Restoration;
import dev.jeton.server.settings.DataSettings;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.store.StoreUnusable;
import dev.jeton.server.vault.VaultSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code restore FILE}: checks everything first, then writes it in one transaction. */
final class Restore {
  private final RestoreCommand command;
  private final Map<String, String> environment;

  Restore(RestoreCommand command, Map<String, String> environment) {
    this.command = command;
    this.environment = environment;
  }

  /** Restores, and tells it in a few lines. */
  List<String> run(Settings settings) throws StartFault {
    try {
      Restoration backup = Restoration.check(
          command.file(),
          new BackupPassphrase(command, environment).given(),
          settings.get(VaultSettings.class),
          new SecureRandom(),
          Clock.systemUTC());
      Path folder = settings.get(DataSettings.class).folder();
      Surroundings.makeFolder(folder);
      Set<String> off = write(settings, backup, folder);
      List<String> lines = new ArrayList<>(List.of(
          "restored: " + backup.entries() + " entries and " + backup.secrets()
              + " secrets of the backup of " + backup.createdAt(),
          "digest: " + backup.digest(),
          "data folder: " + folder));
      off.forEach(
          one -> lines.add("left off, since it was switched off or deleted after that: " + one));
      return lines;
    } catch (BackupUnusable e) {
      throw e.isUsage() ? StartFault.setting(e.line()) : StartFault.outside(e.line());
    }
  }

  private Set<String> write(Settings settings, Restoration backup, Path folder)
      throws StartFault, BackupUnusable {
    try (OfflineLog audit = OfflineLog.open(
            settings.get(AuditSettings.class), Clock.systemUTC(), new SecureRandom());
        Database database = Database.open(settings.get(StoreSettings.class))) {
      Restoration.Target target = new Restoration.Target(folder, database, audit);
      backup.refuseToReplace(target, command.replace());
      database.migrate();
      return backup.into(target, command.replace());
    } catch (StoreUnusable e) {
      throw StartFault.outside(e.line());
    } catch (StoreUnavailable e) {
      throw StoreStart.gone();
    } catch (IOException e) {
      throw StartFault.outside("the audit log cannot be opened: " + e.getMessage());
    }
  }
}
