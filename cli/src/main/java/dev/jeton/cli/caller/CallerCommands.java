package dev.jeton.cli.caller;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.kind.KindCommands;
import picocli.CommandLine;

/** {@code jeton caller}. */
public final class CallerCommands {
  private CallerCommands() {}

  /** The group of them. */
  public static CommandLine group(Environment environment) {
    return KindCommands.of(new CallerKind(), environment);
  }
}
