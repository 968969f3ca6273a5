package dev.jeton.server.oidc;

import dev.jeton.tokens.json.JsonObject;
import java.util.Optional;

/** What a provider says of somebody, in a token that was found good. */
public record Attested(Provider provider, JsonObject claims) {

  /** A claim that is a text and not empty. */
  public Optional<String> text(String claim) {
    return claims.text(claim).filter(text -> !text.isEmpty());
  }

  /** For which client it was issued: {@code client_id} of RFC 9068, or what others call it. */
  public Optional<String> client() {
    return text("client_id").or(() -> text("azp")).or(() -> text("appid"));
  }
}
