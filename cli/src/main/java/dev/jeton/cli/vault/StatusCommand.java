package dev.jeton.cli.vault;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Command;

/** {@code jeton vault status}. */
@Command(
    name = "status",
    description = "Show where the master key comes from, which keys there are and what needs them.",
    customSynopsis = "jeton vault status [OPTIONS]",
    footer = {"", "Example", "  jeton vault status"})
final class StatusCommand extends RemoteCommand {
  StatusCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    JsonObject answer = server.ask(Ask.get(VaultCommands.PATH)).body();
    if (json()) {
      print(answer);
    } else {
      new Status(answer).print(environment());
    }
  }
}
