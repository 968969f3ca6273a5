package dev.jeton.cli.opendoor;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.kind.KindCommands;
import picocli.CommandLine;

/** {@code jeton open-door}. */
public final class OpenDoorCommands {
  private OpenDoorCommands() {}

  /** The group of them. */
  public static CommandLine group(Environment environment) {
    return KindCommands.of(new OpenDoorKind(), environment);
  }
}
