package dev.jeton.server.sunbird.api;

import dev.jeton.server.http.Refused;

/** Tells people who copied a whole header that they did. */
final class PastedToken {
  private static final String SCHEME = "Bearer ";

  private PastedToken() {}

  static String checked(String token) {
    String text = token.strip();
    if (text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || text.regionMatches(true, 0, "Authorization:", 0, "Authorization:".length())) {
      throw Refused.badRequest(
          "wrong-token", "token must be the JWT alone, without Authorization and Bearer before it");
    }
    return token;
  }
}
