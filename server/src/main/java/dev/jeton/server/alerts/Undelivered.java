package dev.jeton.server.alerts;

/** A message did not arrive. */
public final class Undelivered extends Exception {
  private static final long serialVersionUID = 1L;

  private final String line;
  private final boolean worthRetrying;

  Undelivered(String line, boolean worthRetrying) {
    super(line, null, false, false);
    this.line = line;
    this.worthRetrying = worthRetrying;
  }

  /** Why, for an operator; never a secret and never a whole URL. */
  public String line() {
    return line;
  }

  boolean isWorthRetrying() {
    return worthRetrying;
  }
}
