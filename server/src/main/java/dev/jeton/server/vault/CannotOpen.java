package dev.jeton.server.vault;

/** Something sealed cannot be opened; the message is one plain line without any of its content. */
public final class CannotOpen extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotOpen(String line) {
    super(line, null, false, true);
  }

  /** The plain line. */
  public String line() {
    return String.valueOf(getMessage());
  }
}
