package dev.jeton.server.vault;

import com.google.crypto.tink.util.Bytes;
import dev.jeton.server.vault.VaultFault.Why;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Replaces master keys and data keys while everything goes on. */
public final class KeyRotation {
  private static final Logger LOG = Logger.getLogger(KeyRotation.class);

  private final Vault vault;

  public KeyRotation(Vault vault) {
    this.vault = vault;
  }

  /**
   * A new master key where this server can make one, and a new data key under it; all data keys are
   * wrapped under it at once. A new master key that the operator, or an interrupted rotation, has put
   * first already is taken as it is.
   */
  public void rotate() {
    synchronized (vault) {
      MasterKeys masters = read();
      if (!vault.source().rotatesUnderOneId() && isInUse(masters)) {
        vault.source().add();
        masters = read();
      }
      promote(masters);
    }
  }

  /** Reads the master keys again; if another one has become the first, it takes over. */
  public void reload() {
    synchronized (vault) {
      String before = vault.masters().primary().id();
      MasterKeys masters = read();
      requireWhatIsNeeded(masters);
      if (!masters.isPrimary(before) && !isInUse(masters)) {
        promote(masters);
      } else {
        vault.take(masters);
        vault.refresh();
      }
    }
  }

  /** Takes a master key away that nothing needs. */
  public void drop(String id) {
    synchronized (vault) {
      MasterKeys masters = read();
      if (masters.find(id).isEmpty()) {
        throw new VaultFault(
            Why.UNKNOWN_KEY, "there is no such master key; the vault's status lists them");
      }
      if (masters.isPrimary(id)) {
        throw new VaultFault(Why.STILL_NEEDED, "new data keys are wrapped under it; rotate first");
      }
      long needing =
          vault.rows().stream().filter(row -> row.masterKey().equals(id)).count();
      if (needing > 0) {
        throw new VaultFault(
            Why.STILL_NEEDED, needing + " data keys are wrapped under it; rotate, then drop it");
      }
      vault.source().drop(id);
      vault.take(read());
    }
  }

  /** What is there now. */
  public VaultStatus status() {
    MasterKeys masters = present();
    return vault.database().read(handle -> {
      List<DataKeyRow> rows = DataKeyTable.all(handle);
      return VaultStatus.of(vault.source().word(), masters, rows, DataKeyTable.uses(handle));
    });
  }

  /** Those of the source, which somebody may have changed; else those that were read before. */
  private MasterKeys present() {
    try {
      return vault.source().read();
    } catch (VaultUnusable | VaultFault e) {
      LOG.warnf("the master keys cannot be read now: %s", e.getMessage());
      return vault.masters();
    }
  }

  private boolean isInUse(MasterKeys masters) {
    return vault.rows().stream()
        .anyMatch(row -> row.primary() && masters.isPrimary(row.masterKey()));
  }

  private MasterKeys read() {
    try {
      return vault.source().read();
    } catch (VaultUnusable e) {
      throw new VaultFault(Why.MASTER_KEY_UNAVAILABLE, e.line());
    }
  }

  private void requireWhatIsNeeded(MasterKeys masters) {
    for (DataKeyRow row : vault.rows()) {
      if (masters.find(row.masterKey()).isEmpty()) {
        throw new VaultFault(
            Why.STILL_NEEDED,
            "data keys are wrapped under master key " + row.masterKey()
                + ", which is gone; put it back behind the first one, then reload");
      }
    }
  }

  private void promote(MasterKeys masters) {
    vault.take(masters);
    vault.refresh();
    DataKey key = DataKey.fresh(vault.random());
    Map<String, Bytes> before = new HashMap<>();
    Map<String, Bytes> after = new HashMap<>();
    // Outside of the transaction: a KMS may take its time, and nobody shall wait for that.
    for (DataKeyRow row : vault.rows()) {
      DataKey known = vault
          .ring()
          .find(row.id())
          .orElseThrow(() -> new VaultFault(
              Why.MASTER_KEY_UNAVAILABLE,
              "data key " + row.id() + " cannot be unwrapped with the master keys that are there"));
      before.put(row.id(), row.wrapped());
      after.put(row.id(), WrappedForm.wrap(known.keyset(), known.id(), masters.primary()));
    }
    DataKeyRow fresh = VaultStart.row(key.id(), key.keyset(), masters.primary(), vault.clock());
    vault.database().write(handle -> {
      DataKeyTable.lock(handle, vault.database().dialect());
      store(handle, fresh, before, after);
      return fresh;
    });
    vault.refresh();
  }

  private static void store(
      Handle handle, DataKeyRow fresh, Map<String, Bytes> before, Map<String, Bytes> after) {
    for (DataKeyRow row : DataKeyTable.all(handle)) {
      if (!row.wrapped().equals(before.get(row.id()))) {
        throw new VaultFault(
            Why.KEYS_MOVED, "another node has changed the data keys just now; try again");
      }
      DataKeyTable.rewrap(
          handle, row.id(), Objects.requireNonNull(after.get(row.id())), fresh.masterKey());
    }
    DataKeyTable.insertPrimary(handle, fresh);
  }
}
