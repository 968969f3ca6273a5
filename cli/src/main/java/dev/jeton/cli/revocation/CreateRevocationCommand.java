package dev.jeton.cli.revocation;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton revocation create}. */
@Command(
    name = "create",
    description = {
      "Have a server refuse tokens from now on that are genuine and have not ended.",
      "It counts for what the server verifies. Nothing takes it back, but what refuses a single token",
      "for good can be deleted. What it prints says who goes on to take the tokens."
    },
    customSynopsis = "jeton revocation create --platform WORD (--token | --user U | ...) [OPTIONS]",
    footer = {
      "",
      "Example",
      "  jeton revocation create --platform agora --project shop --user 42 --reason 'phone lost'"
    })
final class CreateRevocationCommand extends RemoteCommand {
  @Mixin
  private WhoseOptions whose = new WhoseOptions();

  @Mixin
  private TargetOptions target = new TargetOptions();

  CreateRevocationCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    JsonObject.Builder body = JsonObject.builder();
    whose.addTo(body);
    target.addTo(body, environment());
    JsonObject one = server.ask(Ask.post(RevocationCommands.PATH, body.build())).body();
    if (json()) {
      print(one);
      return;
    }
    say(environment().style().good("revoked"));
    environment().out().print(Shown.table(one).text(environment().style()));
    Shown.sentences(one).forEach(environment().err()::println);
  }
}
