package dev.jeton.tokens.jwt;

import dev.jeton.tokens.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a JWT shall say, to be signed. Header parameters and claims are written in their order. */
public final class Jwt {
  private final @Nullable JsonObject header;
  private final JsonObject claims;

  private Jwt(@Nullable JsonObject header, JsonObject claims) {
    this.header = header;
    this.claims = claims;
  }

  /** With these claims, and {@code {"alg":...,"typ":"JWT"}} as its header. */
  public static Jwt of(JsonObject claims) {
    return new Jwt(null, claims);
  }

  /** With exactly this header, whose {@code alg} has to be that of the key that signs. */
  public Jwt withHeader(JsonObject wholeHeader) {
    return new Jwt(wholeHeader, claims);
  }

  /** The header {@code {"alg":...,"typ":"JWT"}}, open for more parameters. */
  public static JsonObject.Builder header(Algorithm algorithm) {
    return JsonObject.builder().put("alg", algorithm.word()).put("typ", "JWT");
  }

  /**
   * The token.
   *
   * @throws IllegalArgumentException if the header names another algorithm than the key's, or the
   *     token would be longer than {@value RawJws#MAX_LENGTH} characters
   */
  public String signedBy(SigningKey key) {
    if (header == null) {
      return Jws.signed(claims, key);
    }
    if (header.text("alg").filter(key.verificationKey()::takes).isEmpty()) {
      throw new IllegalArgumentException(
          "the header has to name the key's algorithm, " + key.algorithm().word());
    }
    return Jws.signed(header, claims, key);
  }
}
