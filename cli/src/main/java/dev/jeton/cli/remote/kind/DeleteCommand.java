package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Answer;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.Confirmation;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code delete}. */
@Command(name = "delete")
final class DeleteCommand extends KindCommand {
  @Mixin
  private RefArgument which = new RefArgument();

  @Mixin
  private Confirmation confirmation = new Confirmation();

  @Mixin
  private VersionOptions version = new VersionOptions();

  DeleteCommand(RemoteKind kind, Environment environment) {
    super(kind, environment);
  }

  @Override
  protected void run(Server server) {
    Answer read = read(server, which.ref());
    String name = read.body().text("name").orElse(which.ref());
    confirmation.ask(environment(), "This deletes the " + kind().noun() + " for good.", name);
    // The one that was read and confirmed, whatever has its name by now.
    String id = read.body().text("id").orElse(which.ref());
    server.ask(version.on(Ask.delete(path(id)), read.etag()));
    if (json()) {
      print(JsonObject.builder()
          .put("deleted", true)
          .put("id", id)
          .put("name", name)
          .build());
    } else {
      say(environment().style().good("deleted"));
    }
  }
}
