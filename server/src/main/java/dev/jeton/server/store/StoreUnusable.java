package dev.jeton.server.store;

/** The server cannot start with this database; the message is one plain line with what to do. */
public final class StoreUnusable extends Exception {
  private static final long serialVersionUID = 1L;

  StoreUnusable(String line) {
    super(line);
  }

  /** The plain line. */
  public String line() {
    return String.valueOf(getMessage());
  }
}
