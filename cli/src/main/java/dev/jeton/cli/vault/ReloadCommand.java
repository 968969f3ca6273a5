package dev.jeton.cli.vault;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Command;

/** {@code jeton vault reload}. */
@Command(
    name = "reload",
    description = "Read the master keys again, after one was added to their file by hand.",
    customSynopsis = "jeton vault reload [OPTIONS]",
    footer = {"", "Example", "  jeton vault reload"})
final class ReloadCommand extends RemoteCommand {
  ReloadCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    server.ask(Ask.post(VaultCommands.PATH + "/reload", JsonObject.empty()));
    JsonObject now = server.ask(Ask.get(VaultCommands.PATH)).body();
    if (json()) {
      print(now);
    } else {
      say(environment().style().good("read again"));
      new Status(now).print(environment());
    }
  }
}
