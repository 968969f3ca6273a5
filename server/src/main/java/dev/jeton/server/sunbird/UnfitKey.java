package dev.jeton.server.sunbird;

/** Thrown where a secret or a public key cannot be one of its credential. Never repeats it. */
public final class UnfitKey extends Exception {
  private static final long serialVersionUID = 1L;

  private final String wrong;
  private final String right;
  private final boolean published;

  UnfitKey(String wrong, String right) {
    this(wrong, right, false);
  }

  UnfitKey(String wrong, String right, boolean published) {
    super(wrong, null, false, false);
    this.wrong = wrong;
    this.right = right;
    this.published = published;
  }

  /** Whether everybody knows it, or could guess it. */
  public boolean published() {
    return published;
  }

  /** What is wrong, as a sentence that follows the member's name. */
  public String wrong() {
    return wrong;
  }

  /** What would be right. */
  public String right() {
    return right;
  }
}
