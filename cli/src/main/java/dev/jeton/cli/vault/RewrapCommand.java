package dev.jeton.cli.vault;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.ProgressBar;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jeton vault rewrap}. */
@Command(
    name = "rewrap",
    description = {
      "Bring all secrets under the newest key, in batches, while the server goes on working.",
      "It may be broken off at any time and started again."
    },
    customSynopsis = "jeton vault rewrap [--batch 200] [OPTIONS]",
    footer = {"", "Example", "  jeton vault rewrap"})
final class RewrapCommand extends RemoteCommand {
  @Mixin
  private Batch batch = new Batch();

  /** How much at a time. */
  static final class Batch implements OptionGroup {
    @Option(names = "--batch", paramLabel = "200", description = "Secrets at a time. Default 200.")
    private long size = 200;

    @Override
    public String heading() {
      return "Work";
    }
  }

  RewrapCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    if (batch.size < 1) {
      throw new UsageException("--batch: at least 1");
    }
    long done = all(server);
    if (json()) {
      print(JsonObject.builder().put("done", done).put("left", 0).build());
    } else {
      say(environment().style().good("re-wrapped") + ": " + done + " secrets");
    }
  }

  private long all(Server server) {
    JsonObject body = JsonObject.builder().put("batch", batch.size).build();
    long done = 0;
    try (ProgressBar bar = ProgressBar.ofCount(environment(), "re-wrapping", "secrets")) {
      while (true) {
        JsonObject answer =
            server.ask(Ask.post(VaultCommands.PATH + "/rewrap", body)).body();
        long now = Status.whole(answer, "done");
        long left = Status.whole(answer, "left");
        done += now;
        bar.show(done, done + left);
        if (left == 0) {
          return done;
        }
        if (now == 0) {
          throw new FaultException(
              "the server re-wraps no more, and " + left + " secrets are left; its log says why");
        }
      }
    }
  }
}
