package dev.jeton.tokens.jwt;

import dev.jeton.tokens.json.JsonObject;

/** A JWS whose signature was found good; only {@link RawJws#verifiedBy} makes one. */
public final class VerifiedJws {
  private final JsonObject header;
  private final byte[] payload;

  VerifiedJws(JsonObject header, byte[] payload) {
    this.header = header;
    this.payload = payload;
  }

  /** The header that was signed. */
  public JsonObject header() {
    return header;
  }

  /** A copy of the payload that was signed. */
  public byte[] payload() {
    return payload.clone();
  }
}
