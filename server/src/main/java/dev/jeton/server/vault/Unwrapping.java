package dev.jeton.server.vault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes rows to data keys. */
final class Unwrapping {
  private Unwrapping() {}

  static DataKey key(DataKeyRow row, MasterKey master) {
    String stated = WrappedForm.masterKey(row.wrapped());
    if (!stated.equals(row.masterKey()) || !stated.equals(master.id())) {
      throw new CannotOpen("data key " + row.id() + " says that master key " + stated
          + " wraps it, and its row names " + row.masterKey() + "; its row was changed");
    }
    return DataKey.of(row.id(), WrappedForm.unwrap(row.wrapped(), row.id(), master));
  }

  /** All of them, or nothing. */
  static Ring all(List<DataKeyRow> rows, MasterKeys masters) throws VaultUnusable {
    Map<String, DataKey> keys = new HashMap<>();
    DataKey primary = null;
    for (DataKeyRow row : rows) {
      DataKey key = one(row, masters);
      keys.put(key.id(), key);
      if (row.primary()) {
        primary = key;
      }
    }
    if (primary == null) {
      throw new VaultUnusable(
          "no data key in the database is the primary one; restore the database from a backup");
    }
    return new Ring(keys, primary);
  }

  private static DataKey one(DataKeyRow row, MasterKeys masters) throws VaultUnusable {
    MasterKey master = masters
        .find(row.masterKey())
        .orElseThrow(() -> new VaultUnusable("the secrets in the database need master key "
            + row.masterKey()
            + ", and " + masters.primary().id()
            + " was given; give the right one (nothing was changed)"));
    try {
      return key(row, master);
    } catch (VaultFault | CannotOpen e) {
      throw new VaultUnusable(String.valueOf(e.getMessage()));
    }
  }
}
