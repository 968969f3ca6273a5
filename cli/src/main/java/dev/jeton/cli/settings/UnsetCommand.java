package dev.jeton.cli.settings;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonNothing;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jeton settings unset}. */
@Command(
    name = "unset",
    description = "Set a setting back to its default.",
    customSynopsis = "jeton settings unset NAME [OPTIONS]",
    footer = {"", "Example", "  jeton settings unset alerts.webhook"})
final class UnsetCommand extends RemoteCommand {
  @Parameters(index = "0", paramLabel = "NAME", description = "Its name, as list prints it.")
  private String name = "";

  UnsetCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    JsonObject body = JsonObject.builder().put(name, new JsonNothing()).build();
    JsonObject answer = server.ask(Ask.patch(SettingsCommands.PATH, body)).body();
    if (json()) {
      print(answer);
    } else {
      say(environment().style().good("unset") + ": " + VisibleText.of(name));
    }
  }
}
