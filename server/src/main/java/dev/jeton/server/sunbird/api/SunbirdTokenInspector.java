package dev.jeton.server.sunbird.api;

import dev.jeton.server.api.TokenInspector;
import dev.jeton.server.http.Json;
import dev.jeton.server.sunbird.SunbirdTokens;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.RawJwt;
import dev.jeton.tokens.sunbird.IssueTime;
import dev.jeton.tokens.sunbird.SunbirdToken;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads JWTs that name an issuer; only the secret could tell that it is a Sunbird credential. */
@Singleton
final class SunbirdTokenInspector implements TokenInspector {

  @Override
  public String platform() {
    return SunbirdTokens.PLATFORM;
  }

  @Override
  public Optional<Consumer<Json>> inspect(String token) {
    return Optional.empty();
  }

  @Override
  public Optional<Consumer<Json>> guess(String token) {
    return RawJwt.parse(PastedToken.checked(token)) instanceof Outcome.Accepted<RawJwt> raw
            && namesIssuer(raw.value())
        ? Optional.of(json -> members(json, raw.value()))
        : Optional.empty();
  }

  private static boolean namesIssuer(RawJwt jwt) {
    return jwt.claims().text("iss").or(() -> jwt.header().text("iss")).isPresent();
  }

  private static void members(Json json, RawJwt jwt) {
    JsonObject claims = jwt.claims();
    json.put("issuedAt", IssueTime.of(claims).map(IssueTime::instant).orElse(null))
        .put("expiresAt", SunbirdToken.endOf(claims).orElse(null))
        .put("header", jwt.header())
        .put("claims", claims);
  }
}
