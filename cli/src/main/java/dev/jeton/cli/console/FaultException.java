package dev.jeton.cli.console;

/** A file, a disk or a stream failed. The message is one plain line for people. */
public final class FaultException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String line;

  public FaultException(String message) {
    super(message);
    this.line = message;
  }

  public FaultException(String message, Throwable cause) {
    super(message, cause);
    this.line = message;
  }

  /** The message, which is always there. */
  public String line() {
    return line;
  }
}
