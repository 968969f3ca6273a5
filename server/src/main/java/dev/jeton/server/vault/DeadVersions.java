package dev.jeton.server.vault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The versions of a secret that are kept as history alone. */
final class DeadVersions {
  private static final Comparator<KeyVersion> FIRST_DIED_FIRST = Comparator.comparing(
      KeyVersion::endsAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

  private DeadVersions() {}

  /** The same without those that died first, where more than so many are dead. */
  static List<KeyVersion> cut(List<KeyVersion> all, int most) {
    List<KeyVersion> dead =
        all.stream().filter(key -> !key.isLive()).sorted(FIRST_DIED_FIRST).toList();
    if (dead.size() <= most) {
      return all;
    }
    List<KeyVersion> kept = new ArrayList<>(all);
    kept.removeAll(dead.subList(0, dead.size() - most));
    return kept;
  }
}
