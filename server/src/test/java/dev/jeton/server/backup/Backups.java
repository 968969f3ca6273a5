package dev.jeton.server.backup;

import dev.jeton.server.audit.AuditSettings;
import dev.jeton.server.audit.OfflineLog;
import dev.jeton.server.store.Database;
import dev.jeton.server.vault.Vault;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Backups of what other rooms keep, under the master key of tests. */
public final class Backups {
  private Backups() {}

  public static Path made(Database database, Path folder) throws Exception {
    Vault vault = Vault.look(Stocked.MASTER, database, new Random(3)).open(() -> Stocked.NOW);
    Path file = folder.resolve("jeton.backup");
    try (OutputStream out = Files.newOutputStream(file)) {
      new Copying(database, vault, folder, List.of(), () -> Stocked.NOW, new Random(5))
          .copy(out, Optional.empty());
    }
    return file;
  }

  public static void restored(Path file, Database database, Path folder) throws Exception {
    try (OfflineLog audit =
        OfflineLog.open(AuditSettings.in(folder), () -> Stocked.NOW, new Random(8))) {
      Stocked.check(file, Optional.empty())
          .into(new Restoration.Target(folder, database, audit), true);
    }
  }
}
