package dev.jeton.cli.kandy;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonTruth;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jeton kandy callee close|open}: no calls now, and calls again. */
@Command
final class SwitchCommand extends RemoteCommand {
  private final String path;
  private final boolean closes;

  @Parameters(paramLabel = "ADDRESS", description = "The callee, or its pattern.")
  private String ref = "";

  private SwitchCommand(CalleeKind kind, Environment environment, boolean closes) {
    super(environment);
    this.path = kind.path();
    this.closes = closes;
  }

  static CommandLine close(CalleeKind kind, Environment environment) {
    return line(
        new SwitchCommand(kind, environment, true),
        "close",
        "Let a callee take no calls now; tokens that were made are refused too.");
  }

  static CommandLine open(CalleeKind kind, Environment environment) {
    return line(
        new SwitchCommand(kind, environment, false), "open", "Let a closed callee take calls.");
  }

  private static CommandLine line(SwitchCommand command, String name, String description) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().name(name);
    line.getCommandSpec()
        .usageMessage()
        .description(description)
        .customSynopsis("jeton kandy callee " + name + " ADDRESS [OPTIONS]")
        .footer("", "Example", "  jeton kandy callee " + name + " help@example.com");
    return line;
  }

  @Override
  protected void run(Server server) {
    JsonObject change =
        JsonObject.builder().put("noCallsNow", new JsonTruth(closes)).build();
    JsonObject callee =
        server.ask(Ask.patch(path + "/" + Ask.segment(ref), change)).body();
    if (json()) {
      print(callee);
    } else {
      say(environment().style().good(closes ? "closed" : "open"));
    }
  }
}
