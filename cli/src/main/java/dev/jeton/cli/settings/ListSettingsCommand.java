package dev.jeton.cli.settings;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Command;

/** {@code jeton settings list}. */
@Command(
    name = "list",
    description = "List them with their values, their defaults and what they mean.",
    customSynopsis = "jeton settings list [OPTIONS]",
    footer = {"", "Example", "  jeton settings list"})
final class ListSettingsCommand extends RemoteCommand {
  ListSettingsCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    JsonObject answer = server.ask(Ask.get(SettingsCommands.PATH)).body();
    if (json()) {
      print(answer);
    } else {
      Settings.of(answer).print(environment());
    }
  }
}
