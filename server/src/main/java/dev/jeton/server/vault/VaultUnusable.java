package dev.jeton.server.vault;

/** The server cannot start with these keys; the message is one plain line with what to do. */
public final class VaultUnusable extends Exception {
  private static final long serialVersionUID = 1L;

  VaultUnusable(String line) {
    super(line);
  }

  /** The plain line. */
  public String line() {
    return String.valueOf(getMessage());
  }
}
