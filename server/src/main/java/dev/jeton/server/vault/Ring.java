package dev.jeton.server.vault;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The data keys that this server has in memory; the primary one seals. */
record Ring(Map<String, DataKey> keys, DataKey primary) {
  Ring {
    keys = Map.copyOf(keys);
  }

  static Ring of(DataKey only) {
    return new Ring(Map.of(only.id(), only), only);
  }

  Optional<DataKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** The same with one more, which seals from now on. */
  Ring led(DataKey key) {
    Map<String, DataKey> all = new HashMap<>(keys);
    all.put(key.id(), key);
    return new Ring(all, key);
  }

  @Override
  public String toString() {
    return "Ring" + keys.keySet();
  }
}
