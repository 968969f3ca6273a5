package dev.jeton.tokens.agora;

/** When a 007 token and its privileges end, in unix seconds. */
final class TokenLife {
  private TokenLife() {}

  static long end(RawAccessToken2 token) {
    long lifetime = Math.min(token.lifetimeSeconds(), AccessToken2.MAX_LIFETIME.toSeconds());
    return token.issuedAt().getEpochSecond() + lifetime;
  }

  /** {@code issueTs + seconds}; 0 seconds means the token's own end. */
  static long privilegeEnd(RawAccessToken2 token, long seconds) {
    return seconds == 0 ? end(token) : token.issuedAt().getEpochSecond() + seconds;
  }
}
