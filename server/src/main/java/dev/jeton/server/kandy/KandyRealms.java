package dev.jeton.server.kandy;

import dev.jeton.tokens.kandy.AddressPatterns;
import dev.jeton.tokens.kandy.Identity;
import java.util.List;
import java.util.Optional;

/**
 * What file and environment say of Kandy; read-only while the server runs.
 *
 * @param standard the realm that callers get who name none
 * @param unrestricted the callees that take calls without tokens; such a call names no realm
 */
public record KandyRealms(
    List<KandyRealm> all,
    Optional<KandyRealm> standard,
    AddressPatterns unrestricted,
    List<Preset> presets) {
  public KandyRealms {
    all = List.copyOf(all);
    presets = List.copyOf(presets);
  }

  /** By name, whatever its letter case: no two names differ in that alone. */
  public Optional<KandyRealm> named(String name) {
    return named(all, name);
  }

  static Optional<KandyRealm> named(List<KandyRealm> realms, String name) {
    return realms.stream().filter(realm -> realm.name().equalsIgnoreCase(name)).findFirst();
  }

  Optional<Preset> preset(String identifier) {
    return presets.stream()
        .filter(preset -> preset.identifier().equals(identifier))
        .findFirst();
  }

  /** Whether the callee takes calls without tokens. */
  public boolean takesUnrestricted(Identity callee) {
    return unrestricted.allow(callee.text());
  }
}
