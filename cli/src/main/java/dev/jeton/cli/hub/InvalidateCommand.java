package dev.jeton.cli.hub;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonTruth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jeton hub key invalidate}. */
@Command(
    name = "invalidate",
    description = {
      "Let an API key not count any more.",
      "It is kept and refused, as a Hub does it; change --valid lets it count again."
    },
    customSynopsis = "jeton hub key invalidate NAME [OPTIONS]",
    footer = {"", "Example", "  jeton hub key invalidate chat-app"})
final class InvalidateCommand extends RemoteCommand {
  private static final JsonObject INVALID =
      JsonObject.builder().put("valid", new JsonTruth(false)).build();

  private final String path;

  @Parameters(paramLabel = "NAME", description = "Its name, id or the API key itself.")
  private String ref = "";

  InvalidateCommand(ApiKeyKind kind, Environment environment) {
    super(environment);
    this.path = kind.path();
  }

  @Override
  protected void run(Server server) {
    JsonObject key =
        server.ask(Ask.patch(path + "/" + Ask.segment(ref), INVALID)).body();
    if (json()) {
      print(key);
    } else {
      say(environment().style().good("invalidated"));
    }
  }
}
