package dev.jeton.cli.console;

/**
 * The command was used wrongly or a setting is wrong. The message is one plain line for people; it
 * says what would be right and never repeats what may be a secret.
 */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String line;

  public UsageException(String message) {
    super(message);
    this.line = message;
  }

  /** The message, which is always there. */
  public String line() {
    return line;
  }
}
