package dev.jeton.cli.revocation;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jeton revocation show}. */
@Command(
    name = "show",
    description = "Show what one of them refuses, until when, and who does not know of it.",
    customSynopsis = "jeton revocation show ID [OPTIONS]",
    footer = {"", "Example", "  jeton revocation show 7rk2c5x4w3mzq2ab"})
final class ShowRevocationCommand extends RemoteCommand {
  @Parameters(paramLabel = "ID", description = "Its id, as list prints it.")
  private String id = "";

  ShowRevocationCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    String path = RevocationCommands.PATH + "/" + Ask.segment(id);
    JsonObject one = server.ask(Ask.get(path)).body();
    if (json()) {
      print(one);
      return;
    }
    environment().out().print(Shown.table(one).text(environment().style()));
    Shown.sentences(one).forEach(environment().err()::println);
  }
}
