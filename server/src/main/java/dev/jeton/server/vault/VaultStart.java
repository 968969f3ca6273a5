package dev.jeton.server.vault;

import com.google.crypto.tink.KeysetHandle;
import dev.jeton.server.store.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A vault that was looked at and found usable, but not yet opened. */
public final class VaultStart {
  private final MasterKeySource source;
  private final Database database;
  private final RandomGenerator random;
  private final @Nullable MasterKeys masters;
  private final @Nullable Ring ring;

  private VaultStart(
      MasterKeySource source,
      Database database,
      RandomGenerator random,
      @Nullable MasterKeys masters,
      @Nullable Ring ring) {
    this.source = source;
    this.database = database;
    this.random = random;
    this.masters = masters;
    this.ring = ring;
  }

  static VaultStart look(MasterKeySource source, Database database, RandomGenerator random)
      throws VaultUnusable {
    List<DataKeyRow> rows = DataKeyTable.all(database);
    if (rows.isEmpty()) {
      MasterKeys masters = source.isThere() ? source.read() : null;
      return new VaultStart(source, database, random, masters, null);
    }
    MasterKeys masters = source.read();
    return new VaultStart(source, database, random, masters, Unwrapping.all(rows, masters));
  }

  /** Opens it on the migrated database; at the first start it makes the keys. */
  public Vault open(InstantSource clock) throws VaultUnusable {
    MasterKeys found = masters;
    if (found == null) {
      source.make();
      found = source.read();
    }
    Ring opened = ring == null ? firstRing(found, clock) : ring;
    return new Vault(database, source, clock, random, found, opened);
  }

  private Ring firstRing(MasterKeys found, InstantSource clock) throws VaultUnusable {
    try {
      List<DataKeyRow> rows = database.write(handle -> {
        DataKeyTable.lock(handle, database.dialect());
        if (DataKeyTable.all(handle).isEmpty()) {
          DataKey key = DataKey.fresh(random);
          DataKeyTable.insertPrimary(handle, row(key.id(), key.keyset(), found.primary(), clock));
        }
        return DataKeyTable.all(handle);
      });
      return Unwrapping.all(rows, found);
    } catch (VaultFault e) {
      throw new VaultUnusable(e.line());
    }
  }

  static DataKeyRow row(String id, KeysetHandle keyset, MasterKey master, InstantSource clock) {
    return new DataKeyRow(
        id, WrappedForm.wrap(keyset, id, master), master.id(), clock.instant(), true);
  }
}
