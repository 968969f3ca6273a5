package dev.jeton.server.agora.api;

import dev.jeton.server.http.Json;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.RawAccessToken;
import dev.jeton.tokens.agora.RawAccessToken2;
import dev.jeton.tokens.agora.Service;
import dev.jeton.tokens.agora.VerifiedAccessToken;
import dev.jeton.tokens.agora.VerifiedAccessToken2;
import dev.jeton.tokens.agora.VerifiedAgoraToken;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What stands in a token, as JSON. */
final class TokenJson {
  private TokenJson() {}

  static void put(Json json, VerifiedAgoraToken token) {
    json.put("version", token.version()).put("appId", token.appId().text());
    if (token instanceof VerifiedAccessToken2 v007) {
      json.put("issuedAt", v007.issuedAt()).putEach("services", services(v007.services()));
    } else if (token instanceof VerifiedAccessToken v006) {
      json.put("channel", v006.channel().name()).put("user", v006.user().wire());
      json.put("privileges", inner -> ends(inner, v006.privileges(), v006.expiresAt()));
    }
    json.put("expiresAt", token.expiresAt())
        .put("signedBy", token.signedBy().name().toLowerCase(Locale.ROOT));
  }

  static void put(Json json, RawAccessToken2 token) {
    json.put("version", "007")
        .put("appId", token.appId().text())
        .put("issuedAt", token.issuedAt())
        .put("expiresAt", token.issuedAt().plusSeconds(token.lifetimeSeconds()))
        .put("salt", token.salt())
        .putEach("services", services(token.services()))
        .put("complete", token.complete());
  }

  static void put(Json json, RawAccessToken token) {
    json.put("version", "006")
        .put("appId", token.appId().text())
        .put("expiresAt", token.expiresAt())
        .put("salt", token.salt())
        .put("crcChannel", token.crcChannel())
        .put("crcUid", token.crcUser())
        .put("privileges", inner -> ends(inner, token.privileges(), token.expiresAt()));
  }

  private static List<Consumer<Json>> services(List<Service> services) {
    return services.stream()
        .<Consumer<Json>>map(s -> json -> ServiceJson.put(json, s))
        .toList();
  }

  /** 006 holds absolute times; 0 means the token's end. */
  private static void ends(Json json, Privileges privileges, Instant end) {
    privileges
        .asMap()
        .forEach((id, second) -> json.put(
            Members.camelCase(Names.privilege006(id)),
            second == 0 ? end : Instant.ofEpochSecond(second)));
  }
}
