package dev.jeton.tokens.kandy;

/** A check on a set that is left out when its rule was not given. */
public enum SetCheck {
  ACCOUNT("account"),
  TO("to"),
  FROM("from");

  private final String word;

  SetCheck(String word) {
    this.word = word;
  }

  /** The word in answers. */
  public String word() {
    return word;
  }
}
