package dev.jeton.cli.revocation;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jeton revocation delete}. */
@Command(
    name = "delete",
    description = {
      "Delete what refuses a single token for good; the token counts again if it has not ended.",
      "All others go by themselves, or stay."
    },
    customSynopsis = "jeton revocation delete ID [OPTIONS]",
    footer = {"", "Example", "  jeton revocation delete 7rk2c5x4w3mzq2ab"})
final class DeleteRevocationCommand extends RemoteCommand {
  @Parameters(paramLabel = "ID", description = "Its id, as list prints it.")
  private String id = "";

  DeleteRevocationCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    server.ask(Ask.delete(RevocationCommands.PATH + "/" + Ask.segment(id)));
    say(environment().style().good("deleted") + ": " + id);
  }
}
