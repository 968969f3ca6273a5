package dev.jeton.server.oidc;

/** A provider did not answer, or not as it should. */
public final class Unanswered extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param line what was wrong and what would be right; holds nothing that is secret
   */
  Unanswered(String line) {
    super(line, null, false, false);
  }

  /** What was wrong and what would be right. */
  public String line() {
    return String.valueOf(getMessage());
  }
}
