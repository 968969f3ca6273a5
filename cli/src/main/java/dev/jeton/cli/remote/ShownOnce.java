package dev.jeton.cli.remote;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.VisibleText;

/**
 * A secret that the server made and gives out this once. What it is goes to standard error, the
 * secret alone to standard output, whole, as the last that is printed there.
 */
public final class ShownOnce {
  private ShownOnce() {}

  /** Prints it. */
  public static void print(Environment environment, String what, String secret) {
    environment.err().println(VisibleText.of(what) + ", shown this once, so keep it now:");
    secret
        .lines()
        .forEach(line -> environment.out().println(VisibleText.of(line, Integer.MAX_VALUE)));
  }
}
