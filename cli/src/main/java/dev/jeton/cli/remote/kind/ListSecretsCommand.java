package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code list} of the secrets of one thing, by their states. */
@Command(name = "list")
final class ListSecretsCommand extends KindCommand {
  @Mixin
  private RefArgument which = new RefArgument();

  ListSecretsCommand(RemoteKind kind, Environment environment) {
    super(kind, environment);
  }

  @Override
  protected void run(Server server) {
    JsonObject thing = read(server, which.ref()).body();
    String segment = secrets().segment();
    if (json()) {
      print(JsonObject.builder()
          .put("items", thing.items(segment).orElse(new JsonItems(List.of())))
          .build());
    } else {
      new Shown(kind(), environment()).printKeys(KeyLine.of(thing, segment));
    }
  }
}
