package dev.jeton.cli.vault;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.CommandGroup;
import java.util.List;
import picocli.CommandLine;

/** {@code jeton vault}. */
public final class VaultCommands {
  static final String PATH = "/api/v1/vault";

  private VaultCommands() {}

  /** The group of them. */
  public static CommandLine group(Environment environment) {
    return CommandGroup.of(
        "vault",
        "The keys under which a running server keeps its secrets: rotate, rewrap, drop-key.",
        "jeton vault status",
        () -> List.of(
            new CommandLine(new StatusCommand(environment)),
            new CommandLine(new RotateCommand(environment)),
            new CommandLine(new RewrapCommand(environment)),
            new CommandLine(new DropKeyCommand(environment)),
            new CommandLine(new ReloadCommand(environment))));
  }
}
