package dev.jeton.tokens.sunbird;

/** How much is demanded of a credential's tokens; {@link SunbirdVerifier} has the table. */
public enum Profile {
  /** What Sunbird's gateways have always taken: a token may have no end and name nothing but a key. */
  LEGACY("legacy"),
  /** For new credentials: tokens live minutes and are bound to their request. */
  STRICT("strict");

  private final String word;

  Profile(String word) {
    this.word = word;
  }

  /** The word in settings and answers. */
  public String word() {
    return word;
  }
}
