package dev.jeton.cli.people;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jeton person unlock}. */
@Command(
    name = "unlock",
    description = "Let a person sign in again whose account is locked after many wrong passwords.",
    customSynopsis = "jeton person unlock NAME [OPTIONS]",
    footer = {"", "Example", "  jeton person unlock alice"})
final class UnlockCommand extends RemoteCommand {
  @Parameters(paramLabel = "NAME", description = "The person's name or id.")
  private String ref = "";

  UnlockCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    String path = PersonKind.PATH + "/" + Ask.segment(ref) + "/unlock";
    JsonObject answer = server.ask(Ask.post(path, JsonObject.builder().build())).body();
    if (json()) {
      print(answer);
    } else {
      say(environment().style().good("unlocked"));
    }
  }
}
