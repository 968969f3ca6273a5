package dev.jeton.server.hub.api;

import dev.jeton.server.api.TokenInspector;
import dev.jeton.server.http.Json;
import dev.jeton.server.hub.HubTokens;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.RawHubToken;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads identity tokens: JWTs that name two libp2p keys and are signed with Ed25519. */
@Singleton
final class HubTokenInspector implements TokenInspector {

  @Override
  public String platform() {
    return HubTokens.PLATFORM;
  }

  @Override
  public Optional<Consumer<Json>> inspect(String token) {
    return RawHubToken.parse(token) instanceof Outcome.Accepted<RawHubToken> raw
            && raw.value().isIdentityToken()
        ? Optional.of(json -> TokenJson.put(json, raw.value()))
        : Optional.empty();
  }
}
