package dev.jeton.server.sunbird.api;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.json.JsonNothing;
import dev.jeton.tokens.json.JsonObject;
import java.util.List;

/** Reads {@code claims}: what a caller's token says besides what Jeton writes. */
final class OwnClaims {
  /** They say who, when and for which request, so they are Jeton's to write. */
  private static final List<String> RESERVED = List.of("iss", "iat", "exp", "nbf", "qsh", "jti");

  /** An audit row names every claim, and has room for so many characters. */
  private static final int MOST_NAME_CHARACTERS = 1_500;

  private OwnClaims() {}

  static JsonObject of(Fields request) {
    JsonObject claims = request.carriedOrNull("claims");
    if (claims == null) {
      return JsonObject.empty();
    }
    List<String> reserved = RESERVED.stream().filter(claims::has).toList();
    if (!reserved.isEmpty()) {
      throw Refused.badRequest(
          "reserved-claim",
          "claims must not hold " + String.join(", ", reserved)
              + "; key, ttlSeconds, method and url say what belongs there");
    }
    if (String.join(", ", claims.members().keySet()).length() > MOST_NAME_CHARACTERS) {
      throw Refused.badRequest(
          "wrong-claims",
          "the names of all claims take at most " + MOST_NAME_CHARACTERS + " characters");
    }
    claims.members().forEach((name, value) -> {
      if (value instanceof JsonNothing) {
        throw Refused.badRequest(
            "wrong-claims", "a claim that is null is refused by strict verifiers; leave it out");
      }
    });
    return claims;
  }
}
