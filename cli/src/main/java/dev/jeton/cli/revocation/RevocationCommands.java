package dev.jeton.cli.revocation;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.CommandGroup;
import java.util.List;
import picocli.CommandLine;

/** {@code jeton revocation}. */
public final class RevocationCommands {
  static final String PATH = "/api/v1/revocations";

  private RevocationCommands() {}

  /** The group of them. */
  public static CommandLine group(Environment environment) {
    return CommandGroup.of(
        "revocation",
        "What a running server refuses though it is genuine: create, list, show, delete.",
        "jeton revocation list",
        () -> List.of(
            new CommandLine(new CreateRevocationCommand(environment)),
            new CommandLine(new ListRevocationsCommand(environment)),
            new CommandLine(new ShowRevocationCommand(environment)),
            new CommandLine(new DeleteRevocationCommand(environment))));
  }
}
