package dev.jeton.cli.people;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jeton person sign-out}. */
@Command(
    name = "sign-out",
    description = "End all sessions of a person.",
    customSynopsis = "jeton person sign-out NAME [OPTIONS]",
    footer = {"", "Example", "  jeton person sign-out alice"})
final class SignOutCommand extends RemoteCommand {
  @Parameters(paramLabel = "NAME", description = "The person's name or id.")
  private String ref = "";

  SignOutCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    String path = PersonKind.PATH + "/" + Ask.segment(ref) + "/sessions";
    JsonObject answer = server.ask(Ask.delete(path)).body();
    if (json()) {
      print(answer);
    } else {
      say(environment().style().good("signed out"));
    }
  }
}
