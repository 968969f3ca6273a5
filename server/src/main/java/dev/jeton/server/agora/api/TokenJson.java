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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What stands in a token, as JSON; the command line writes the same. */
final class TokenJson {
  private TokenJson() {}

  static void put(Json json, VerifiedAgoraToken token) {
    json.put("version", token.version()).put("appId", token.appId().text());
    if (token instanceof VerifiedAccessToken2 v007) {
      Duration lifetime = Duration.between(v007.issuedAt(), v007.expiresAt());
      content007(json, new Life(v007.issuedAt(), lifetime.toSeconds()), v007.services());
      json.put("complete", v007.complete());
    } else if (token instanceof VerifiedAccessToken v006) {
      json.put("expiresAt", v006.expiresAt());
      if (v006.isRtm()) {
        json.put("account", v006.channel().name());
      } else {
        json.put("channel", v006.channel().name()).put("user", v006.user().wire());
      }
      privileges006(json, v006.privileges(), v006.expiresAt());
    }
    json.put("signedBy", token.signedBy().name().toLowerCase(Locale.ROOT));
  }

  static void put(Json json, RawAccessToken2 token) {
    json.put("version", "007").put("appId", token.appId().text());
    content007(json, new Life(token.issuedAt(), token.lifetimeSeconds()), token.services());
    json.put("complete", token.complete());
  }

  static void put(Json json, RawAccessToken token) {
    json.put("version", "006")
        .put("appId", token.appId().text())
        .put("expiresAt", token.expiresAt())
        .put("crcChannel", token.crcChannel())
        .put("crcUser", token.crcUser());
    privileges006(json, token.privileges(), token.expiresAt());
  }

  private static void content007(Json json, Life life, List<Service> services) {
    json.put("issuedAt", life.issuedAt())
        .put("expiresAt", life.end())
        .putEach("services", ServiceJson.of(services, life));
  }

  /** 006 holds absolute times; 0 means the token's end, and no privilege outlives it. */
  private static void privileges006(Json json, Privileges privileges, Instant end) {
    json.putEach(
        "privileges",
        PrivilegesJson.of(
            privileges,
            Names::privilege006,
            second -> second == 0 || second > end.getEpochSecond()
                ? end
                : Instant.ofEpochSecond(second)));
  }
}
