package dev.jeton.cli.policy;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code jeton policy ready-made}. */
@Command(
    name = "ready-made",
    description = "List the policies for usual cases, which create takes with --ready-made.",
    customSynopsis = "jeton policy ready-made [OPTIONS]",
    footer = {"", "Example", "  jeton policy ready-made"})
final class ReadyMadeCommand extends RemoteCommand {
  private static final int WIDEST = 500;

  ReadyMadeCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    JsonObject answer = server.ask(Ask.get(PolicyKind.PATH + "/ready-made")).body();
    if (json()) {
      print(answer);
      return;
    }
    answer.items("items").map(JsonItems::values).orElse(List.of()).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .forEach(this::show);
  }

  private void show(JsonObject one) {
    say(environment().style().heading(text(one, "name")));
    say("  " + text(one, "purpose"));
    say("  " + text(one, "when"));
  }

  private static String text(JsonObject one, String member) {
    return VisibleText.of(one.text(member).orElse(""), WIDEST);
  }
}
