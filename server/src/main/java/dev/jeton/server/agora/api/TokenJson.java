package dev.jeton.server.agora.api;

import dev.jeton.server.http.Json;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.RawAccessToken;
import dev.jeton.tokens.agora.RawAccessToken2;
import dev.jeton.tokens.agora.VerifiedAccessToken;
import dev.jeton.tokens.agora.VerifiedAccessToken2;
import dev.jeton.tokens.agora.VerifiedAgoraToken;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** What stands in a token, as JSON; the command line writes the same. */
final class TokenJson {
  private TokenJson() {}

  static void put(Json json, VerifiedAgoraToken token) {
    json.put("version", token.version()).put("appId", token.appId().text());
    if (token instanceof VerifiedAccessToken2 v007) {
      json.put("issuedAt", v007.issuedAt())
          .put("expiresAt", v007.expiresAt())
          .putEach("services", ServiceJson.of(v007.services(), v007::endOf))
          .put("complete", v007.complete());
    } else if (token instanceof VerifiedAccessToken v006) {
      json.put("expiresAt", v006.expiresAt());
      if (v006.isRtm()) {
        json.put("account", v006.channel().name());
      } else {
        json.put("channel", v006.channel().name()).put("user", v006.user().wire());
      }
      json.putEach("privileges", privileges(v006.privileges(), v006::endOf));
    }
  }

  static void put(Json json, RawAccessToken2 token) {
    json.put("version", "007")
        .put("appId", token.appId().text())
        .put("issuedAt", token.issuedAt())
        .put("expiresAt", token.expiresAt())
        .putEach("services", ServiceJson.of(token.services(), token::privilegeEnd))
        .put("complete", token.complete());
  }

  static void put(Json json, RawAccessToken token) {
    json.put("version", "006")
        .put("appId", token.appId().text())
        .put("expiresAt", token.expiresAt())
        .put("crcChannel", token.crcChannel())
        .put("crcUser", token.crcUser())
        .putEach("privileges", privileges(token.privileges(), token::privilegeEnd));
  }

  private static List<Consumer<Json>> privileges(Privileges privileges, LongFunction<Instant> end) {
    return PrivilegesJson.of(privileges, Names::privilege006, end);
  }
}
