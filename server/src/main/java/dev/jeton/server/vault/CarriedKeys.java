package dev.jeton.server.vault;

import com.google.crypto.tink.util.Bytes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The data keys that a backup carries, opened with the master keys that a server is given. */
public final class CarriedKeys {
  private final Map<String, DataKey> keys;

  private CarriedKeys(Map<String, DataKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /** A wrapped data key as it was stored. */
  public record Wrapped(String id, Bytes wrapped, String masterKey) {
    private DataKeyRow row() {
      return new DataKeyRow(id, wrapped, masterKey, Instant.EPOCH, false);
    }

    @Override
    public String toString() {
      return "Wrapped[" + id + " under " + masterKey + "]";
    }
  }

  /** Opens all of them, or tells which master key is missing. */
  public static CarriedKeys open(
      VaultSettings settings, List<Wrapped> wrapped, RandomGenerator random) throws VaultUnusable {
    MasterKeySource source = Vault.sourceOf(settings, random);
    if (!source.isThere()) {
      throw new VaultUnusable("the backup needs master key " + ids(wrapped)
          + ", and there is no master key here; put its file in place, or name it with"
          + " JETON_MASTER_KEY_FILE (nothing was changed)");
    }
    MasterKeys masters = source.read();
    Map<String, DataKey> keys = new HashMap<>();
    for (Wrapped one : wrapped) {
      Optional<MasterKey> master = masters.find(one.masterKey());
      if (master.isEmpty()) {
        throw new VaultUnusable("the backup needs master key " + one.masterKey() + ", and "
            + masters.primary().id() + " was given; give the right one (nothing was changed)");
      }
      try {
        keys.put(one.id(), Unwrapping.key(one.row(), master.get()));
      } catch (VaultFault | CannotOpen e) {
        throw new VaultUnusable(String.valueOf(e.getMessage()));
      }
    }
    return new CarriedKeys(keys);
  }

  /**
   * What was sealed under one of them.
   *
   * @throws CannotOpen if the blob was changed, belongs to another identity, or its key is not here
   */
  public byte[] open(byte[] blob, String identity) {
    DataKey key = keys.get(SealedForm.keyId(blob));
    if (key == null) {
      throw new CannotOpen("a value is sealed under a data key that the backup does not carry");
    }
    return key.open(blob, identity);
  }

  private static String ids(List<Wrapped> wrapped) {
    return wrapped.stream()
        .map(Wrapped::masterKey)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" and "));
  }

  @Override
  public String toString() {
    return "CarriedKeys" + keys.keySet();
  }
}
