package dev.jeton.server.sunbird;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The credentials of this server, in memory. */
public final class SunbirdCredentials {
  private final Map<String, SunbirdCredential> byKey = new LinkedHashMap<>();
  private final Map<String, SunbirdCredential> byName = new LinkedHashMap<>();
  private final Optional<SunbirdCredential> standard;

  SunbirdCredentials(SunbirdSettings settings) {
    for (SunbirdCredential credential : settings.credentials()) {
      byKey.put(credential.key(), credential);
      byName.put(credential.name(), credential);
    }
    standard = settings.standard().map(byName::get);
  }

  public List<SunbirdCredential> all() {
    return List.copyOf(byKey.values());
  }

  /** The credential that callers get who name none; empty where several are here and none is marked. */
  public Optional<SunbirdCredential> standard() {
    return standard;
  }

  /** By key, or by name. */
  public Optional<SunbirdCredential> named(String keyOrName) {
    return ofKey(keyOrName).or(() -> Optional.ofNullable(byName.get(keyOrName)));
  }

  /** The credential that a token claims to belong to; the claim is anybody's text. */
  public Optional<SunbirdCredential> ofKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }
}
