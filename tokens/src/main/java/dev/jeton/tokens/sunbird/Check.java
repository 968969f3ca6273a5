package dev.jeton.tokens.sunbird;

/** A check that a verification can leave out when it was not told what to compare with. */
public enum Check {
  /** Whether the token was made for this request. */
  QSH("qsh");

  private final String word;

  Check(String word) {
    this.word = word;
  }

  /** The word in answers. */
  public String word() {
    return word;
  }
}
