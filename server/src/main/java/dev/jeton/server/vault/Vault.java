package dev.jeton.server.vault;

import dev.jeton.server.store.Database;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Seals and opens with the data keys, which stay in memory once they are unwrapped; so a KMS that is
 * gone holds up nothing but rotation.
 */
public final class Vault implements Sealer {
  private static final Logger LOG = Logger.getLogger(Vault.class);

  private final Database database;
  private final MasterKeySource source;
  private final InstantSource clock;
  private final RandomGenerator random;
  private volatile MasterKeys masters;
  private volatile Ring ring;

  Vault(
      Database database,
      MasterKeySource source,
      InstantSource clock,
      RandomGenerator random,
      MasterKeys masters,
      Ring ring) {
    this.database = database;
    this.source = source;
    this.clock = clock;
    this.random = random;
    this.masters = masters;
    this.ring = ring;
  }

  /**
   * Looks whether the server can start with these keys, and changes nothing.
   *
   * @param database opened, but not yet migrated
   */
  public static VaultStart look(VaultSettings settings, Database database, RandomGenerator random)
      throws VaultUnusable {
    return VaultStart.look(sourceOf(settings, random), database, random);
  }

  static MasterKeySource sourceOf(VaultSettings settings, RandomGenerator random) {
    if (settings instanceof VaultSettings.InFile in) {
      return new KeyFileSource(in.file(), random);
    }
    if (settings instanceof VaultSettings.Given given) {
      return new EnvironmentSource(given.text());
    }
    return new TransitSource((VaultSettings.Transit) settings);
  }

  @Override
  public byte[] seal(Secret secret, String identity) {
    return sealBytes(secret.reveal(SecretAccess.forCryptography()), identity);
  }

  @Override
  public byte[] sealBytes(byte[] bytes, String identity) {
    return ring.primary().seal(bytes, identity);
  }

  @Override
  public Secret open(byte[] blob, String identity) {
    return Secret.ofBytes(openBytes(blob, identity));
  }

  @Override
  public byte[] openBytes(byte[] blob, String identity) {
    String id = SealedForm.keyId(blob);
    return ring.find(id)
        .or(() -> afterRefresh(id))
        .orElseThrow(() -> missing(id))
        .open(blob, identity);
  }

  @Override
  public String dataKeyOf(byte[] blob) {
    return SealedForm.keyId(blob);
  }

  /** The id of the data key that seals now. */
  public String primaryDataKey() {
    return ring.primary().id();
  }

  /** Whether that data key is in memory, so that nobody has to be asked for it. */
  public boolean has(String dataKey) {
    return ring.find(dataKey).isPresent();
  }

  /**
   * Takes up what another node did to the data keys, and reads the master keys again if it has to. What
   * cannot be unwrapped is left out with a line in the log; keys in memory stay, for what was read before.
   */
  @Override
  public synchronized void refresh() {
    Map<String, DataKey> keys = new HashMap<>(ring.keys());
    DataKey primary = ring.primary();
    for (DataKeyRow row : DataKeyTable.all(database)) {
      Optional<DataKey> key = ring.find(row.id()).or(() -> unwrapped(row));
      key.ifPresent(found -> keys.put(found.id(), found));
      if (row.primary() && key.isPresent()) {
        primary = key.get();
      }
    }
    ring = new Ring(keys, primary);
  }

  private Optional<DataKey> afterRefresh(String id) {
    refresh();
    return ring.find(id);
  }

  private Optional<DataKey> unwrapped(DataKeyRow row) {
    try {
      Optional<MasterKey> master = masters.find(row.masterKey());
      if (master.isEmpty()) {
        masters = source.read();
        master = masters.find(row.masterKey());
      }
      if (master.isEmpty()) {
        LOG.warn("data key " + row.id() + " is wrapped under master key " + row.masterKey()
            + ", which this server does not have; add it and reload");
      }
      return master.map(key -> Unwrapping.key(row, key));
    } catch (VaultUnusable e) {
      LOG.warn(e.line());
    } catch (VaultFault | CannotOpen e) {
      LOG.warn(e.getMessage());
    }
    return Optional.empty();
  }

  private static CannotOpen missing(String id) {
    return new CannotOpen("a value is sealed under data key " + id
        + ", which is not in this database; restore the row and its data key from one backup");
  }

  Database database() {
    return database;
  }

  MasterKeySource source() {
    return source;
  }

  InstantSource clock() {
    return clock;
  }

  RandomGenerator random() {
    return random;
  }

  MasterKeys masters() {
    return masters;
  }

  Ring ring() {
    return ring;
  }

  void take(MasterKeys read) {
    masters = read;
  }

  /** The rows as they are stored, for looking. */
  List<DataKeyRow> rows() {
    return DataKeyTable.all(database);
  }

  @Override
  public String toString() {
    return "Vault[" + source.word() + "]";
  }
}
