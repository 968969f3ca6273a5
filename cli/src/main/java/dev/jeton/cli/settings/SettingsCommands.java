package dev.jeton.cli.settings;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.CommandGroup;
import java.util.List;
import picocli.CommandLine;

/** {@code jeton settings}. */
public final class SettingsCommands {
  static final String PATH = "/api/v1/settings";

  private SettingsCommands() {}

  /** The group of them. */
  public static CommandLine group(Environment environment) {
    return CommandGroup.of(
        "settings",
        "The settings of a running server that can be changed while it runs.",
        "jeton settings list",
        () -> List.of(
            new CommandLine(new ListSettingsCommand(environment)),
            new CommandLine(new SetCommand(environment)),
            new CommandLine(new UnsetCommand(environment))));
  }
}
