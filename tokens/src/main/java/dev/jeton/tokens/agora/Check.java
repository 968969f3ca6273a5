package dev.jeton.tokens.agora;

/** A check that a verification can leave out when it was not told what to compare with. */
public enum Check {
  CHANNEL("channel"),
  USER("user");

  private final String word;

  Check(String word) {
    this.word = word;
  }

  /** The word in answers. */
  public String word() {
    return word;
  }
}
