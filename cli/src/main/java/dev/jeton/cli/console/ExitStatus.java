package dev.jeton.cli.console;

/** What the process ends with; scripts rely on these numbers. */
public final class ExitStatus {
  /** Done, or the token is valid. */
  public static final int DONE = 0;

  /** The token was refused, or a chain is broken. */
  public static final int REFUSED = 1;

  /** The command was used wrongly, or a setting is wrong. */
  public static final int USAGE = 2;

  /** A file, the disk or Jeton itself failed. */
  public static final int FAULT = 3;

  private ExitStatus() {}
}
