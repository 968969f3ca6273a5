package dev.jeton.server.hub.api;

import dev.jeton.server.http.Json;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import dev.jeton.tokens.hub.RawHubToken;
import dev.jeton.tokens.hub.VerifiedHubToken;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.jwt.NumericDate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in a token, as JSON. */
final class TokenJson {
  private TokenJson() {}

  static void put(Json json, RawHubToken token) {
    json.put("algorithm", token.algorithm())
        .put("issuer", token.issuer().map(Libp2pPublicKey::text).orElse(null))
        .put("identity", token.identity().map(Libp2pPublicKey::text).orElse(null))
        .put("issuedAt", time(token, "iat"))
        .put("expiresAt", time(token, "exp"))
        .put("jti", token.claims().text("jti").orElse(null))
        .put("audience", audience(token));
  }

  private static List<String> audience(RawHubToken token) {
    return token
        .claims()
        .items("aud")
        .map(JsonItems::values)
        .or(() -> Optional.ofNullable(token.claims().get("aud")).map(List::of))
        .orElse(List.of())
        .stream()
        .flatMap(one -> one instanceof JsonText text ? Stream.of(text.value()) : Stream.empty())
        .toList();
  }

  private static @Nullable Instant time(RawHubToken token, String claim) {
    return token
        .claims()
        .number(claim)
        .flatMap(NumericDate::of)
        .map(NumericDate::roundedDown)
        .orElse(null);
  }

  static void put(Json json, VerifiedHubToken token) {
    json.put("issuer", token.issuer().text())
        .put("identity", token.identity().text())
        .put("issuedAt", token.issuedAt())
        .put("expiresAt", token.expiresAt().orElse(null))
        .put("jti", token.id().orElse(null))
        .put("audience", token.audience());
  }
}
