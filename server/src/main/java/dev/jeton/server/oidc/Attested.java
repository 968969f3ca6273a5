package dev.jeton.server.oidc;

import dev.jeton.tokens.json.JsonObject;
import java.util.Optional;

/** What a provider says of somebody, in a token that was found good. */
public record Attested(Provider provider, JsonObject claims) {
  private static final int LONGEST_SUBJECT = 255;

  /** A claim that is a text and not empty. */
  public Optional<String> text(String claim) {
    return claims.text(claim).filter(text -> !text.isEmpty());
  }

  /** Whom it is about. */
  public Optional<String> subject() {
    return text("sub")
        .filter(text ->
            text.length() <= LONGEST_SUBJECT && text.chars().noneMatch(Character::isISOControl));
  }

  /** For which client it was issued: {@code client_id} of RFC 9068, or what others call it. */
  public Optional<String> client() {
    return text("client_id").or(() -> text("azp")).or(() -> text("appid")).or(() -> text("cid"));
  }
}
