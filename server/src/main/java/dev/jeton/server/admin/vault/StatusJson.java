package dev.jeton.server.admin.vault;

import dev.jeton.server.http.Json;
import dev.jeton.server.vault.VaultStatus;
import java.util.function.Consumer;

/** The vault's status as JSON. */
final class StatusJson {
  private StatusJson() {}

  static Consumer<Json> of(VaultStatus status) {
    return json -> json.put("source", status.source())
        .put("primary", status.primary())
        .putEach("masterKeys", status.masterKeys().stream().map(StatusJson::of).toList())
        .putEach("dataKeys", status.dataKeys().stream().map(StatusJson::of).toList())
        .put("left", status.left());
  }

  private static Consumer<Json> of(VaultStatus.Master key) {
    return json ->
        json.put("id", key.id()).put("primary", key.primary()).put("neededBy", key.neededBy());
  }

  private static Consumer<Json> of(VaultStatus.Data key) {
    return json -> json.put("id", key.id())
        .put("masterKey", key.masterKey())
        .put("secrets", key.secrets())
        .put("primary", key.primary());
  }
}
