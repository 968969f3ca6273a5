package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code show}. */
@Command(name = "show")
final class ShowCommand extends KindCommand {
  @Mixin
  private RefArgument which = new RefArgument();

  ShowCommand(RemoteKind kind, Environment environment) {
    super(kind, environment);
  }

  @Override
  protected void run(Server server) {
    JsonObject thing = read(server, which.ref()).body();
    if (json()) {
      print(thing);
    } else {
      say(environment().style().heading(kind().noun()));
      new Shown(kind(), environment()).print(thing);
    }
  }
}
