package dev.jeton.tokens.jwt;

import dev.jeton.tokens.json.JsonObject;

/**
 * A JWT whose signature was found good; only {@link RawJwt#verifiedBy} makes one. Whether it is valid
 * now, and here, its platform says.
 */
public final class VerifiedJwt {
  private final JsonObject header;
  private final JsonObject claims;

  VerifiedJwt(JsonObject header, JsonObject claims) {
    this.header = header;
    this.claims = claims;
  }

  /** The header that was signed. */
  public JsonObject header() {
    return header;
  }

  /** The claims that were signed. */
  public JsonObject claims() {
    return claims;
  }
}
