package dev.jeton.cli.vault;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Command;

/** {@code jeton vault rotate}. */
@Command(
    name = "rotate",
    description = {
      "Make a new master key and a new data key; the old ones go on reading.",
      "What is stored from now on is under the new ones. jeton vault rewrap brings the rest over,",
      "and jeton vault drop-key ends the old master key. Keep a copy of the new one, apart from the",
      "backups."
    },
    customSynopsis = "jeton vault rotate [OPTIONS]",
    footer = {"", "Example", "  jeton vault rotate && jeton vault rewrap"})
final class RotateCommand extends RemoteCommand {
  RotateCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    server.ask(Ask.post(VaultCommands.PATH + "/rotate", JsonObject.empty()));
    JsonObject now = server.ask(Ask.get(VaultCommands.PATH)).body();
    if (json()) {
      print(now);
    } else {
      say(environment().style().good("rotated"));
      new Status(now).print(environment());
    }
  }
}
