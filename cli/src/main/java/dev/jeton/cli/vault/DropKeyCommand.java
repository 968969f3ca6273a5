package dev.jeton.cli.vault;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.Confirmation;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code jeton vault drop-key}. */
@Command(
    name = "drop-key",
    description = {
      "Remove an old master key that nothing needs any more.",
      "A backup that was made under it needs a copy of it to be restored."
    },
    customSynopsis = "jeton vault drop-key ID [--yes] [OPTIONS]",
    footer = {"", "Example", "  jeton vault drop-key 0badc0de"})
final class DropKeyCommand extends RemoteCommand {
  @Parameters(index = "0", paramLabel = "ID", description = "The key's id, as status prints it.")
  private String id = "";

  @Mixin
  private Confirmation confirmation = new Confirmation();

  DropKeyCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    confirmation.ask(environment(), "This removes the master key for good.", id);
    String path = VaultCommands.PATH + "/keys/" + Ask.segment(id) + "/drop";
    server.ask(Ask.post(path, JsonObject.empty()));
    if (json()) {
      print(JsonObject.builder().put("dropped", true).put("id", id).build());
    } else {
      say(environment().style().good("dropped"));
    }
  }
}
