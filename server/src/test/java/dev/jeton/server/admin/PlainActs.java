package dev.jeton.server.admin;

import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Store;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.server.vault.VaultUnusable;
import dev.jeton.tokens.Secret;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** For tests of rooms that keep entries of no kind. */
public final class PlainActs {
  private PlainActs() {}

  public static Acts of(Database database, Store store, AuditLog audit, InstantSource clock) {
    VaultSettings key = new VaultSettings.Given(Secret.ofText("jmk1_" + "A".repeat(43)));
    try {
      Vault vault = Vault.look(key, database, new Random(3)).open(clock);
      return new Acts(store, () -> 0, new Shelves(List.of(), vault), vault, audit, clock);
    } catch (VaultUnusable e) {
      throw new IllegalStateException(e);
    }
  }
}
