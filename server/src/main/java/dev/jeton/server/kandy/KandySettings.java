package dev.jeton.server.kandy;

import dev.jeton.server.admin.Stored;
import java.util.List;
import java.util.Optional;

/**
 * What file and environment say of Kandy; read-only while the server runs.
 *
 * @param standard the name of the realm that callers get who name none, unless the store marks one
 * @param unrestricted the callees that take calls without tokens; such a call names no realm
 */
public record KandySettings(
    List<Stored<RealmSpec>> realms, Optional<String> standard, Listed unrestricted) {
  public KandySettings {
    realms = List.copyOf(realms);
  }

  /** Those callees, as the store would have them. */
  public List<Callee> callees() {
    return unrestricted.patterns().patterns().stream().map(Callee::unrestricted).toList();
  }
}
