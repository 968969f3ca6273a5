package dev.jeton.server.agora.api;

import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.api.TokenInspector;
import dev.jeton.server.http.Json;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.RawAccessToken;
import dev.jeton.tokens.agora.RawAccessToken2;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads 007 and 006 tokens for whoever holds one. */
@Singleton
final class AgoraTokenInspector implements TokenInspector {

  @Override
  public String platform() {
    return AgoraTokens.PLATFORM;
  }

  @Override
  public Optional<Consumer<Json>> inspect(String token) {
    return token.startsWith(AccessToken.VERSION)
        ? told(RawAccessToken.parse(token).then(raw -> members(json -> TokenJson.put(json, raw))))
        : told(RawAccessToken2.parse(token).then(raw -> members(json -> TokenJson.put(json, raw))));
  }

  private static Outcome<Consumer<Json>> members(Consumer<Json> members) {
    return Outcome.accepted(members);
  }

  private static Optional<Consumer<Json>> told(Outcome<Consumer<Json>> outcome) {
    return outcome instanceof Outcome.Accepted<Consumer<Json>> accepted
        ? Optional.of(accepted.value())
        : Optional.empty();
  }
}
