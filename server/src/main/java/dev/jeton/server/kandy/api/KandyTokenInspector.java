package dev.jeton.server.kandy.api;

import dev.jeton.server.api.TokenInspector;
import dev.jeton.server.http.Json;
import dev.jeton.server.kandy.KandyTokens;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.kandy.RawKandyToken;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells by length and alphabet what may be a Kandy token; what it says is encrypted. */
@Singleton
final class KandyTokenInspector implements TokenInspector {

  @Override
  public String platform() {
    return KandyTokens.PLATFORM;
  }

  /** Never for certain: any hex of the right length has the form of an ECB token. */
  @Override
  public Optional<Consumer<Json>> inspect(String token) {
    return Optional.empty();
  }

  @Override
  public Optional<Consumer<Json>> guess(String token) {
    return RawKandyToken.parse(token) instanceof Outcome.Accepted<RawKandyToken> accepted
        ? Optional.of(json -> members(json, accepted.value()))
        : Optional.empty();
  }

  private static void members(Json json, RawKandyToken token) {
    json.put("cipher", SetFields.word(token.cipher()))
        .put("iv", token.iv().orElse(null))
        .put("ciphertextLength", token.ciphertextLength());
  }
}
