package dev.jeton.cli.policy;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton policy test}. */
@Command(
    name = "test",
    description = {
      "Say what a caller would get for a request, and why. Nothing is minted.",
      "It ends with 0 where that is allowed, and with 1 where it is refused."
    },
    customSynopsis = "jeton policy test (--caller NAME | --policy NAME) --platform WORD [OPTIONS]",
    footer = {
      "",
      "Example",
      "  jeton policy test --policy shop-listeners --platform agora --project shop --role publisher"
    })
final class TestPolicyCommand extends RemoteCommand {
  private static final int WIDEST = 500;

  @Mixin
  private RequesterOptions who = new RequesterOptions();

  @Mixin
  private RequestOptions what = new RequestOptions();

  private boolean allowed;

  TestPolicyCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    JsonObject.Builder body = JsonObject.builder();
    who.addTo(body);
    body.put("request", what.object());
    JsonObject answer =
        server.ask(Ask.post(PolicyKind.PATH + "/test", body.build())).body();
    allowed = answer.truth("allowed").orElse(false);
    if (json()) {
      print(answer);
      return;
    }
    String objection = text(answer, "objection");
    say(
        allowed
            ? environment().style().good("allowed") + " by " + text(answer, "by")
            : environment().style().bad("refused") + (objection.isEmpty() ? "" : ": " + objection));
    answer.items("why").map(JsonItems::values).orElse(List.of()).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .forEach(said -> say("  " + text(said, "policy") + ": "
            + (said.truth("allowed").orElse(false) ? "allows it" : text(said, "reason"))));
  }

  @Override
  protected int exitStatus() {
    return allowed ? ExitStatus.DONE : ExitStatus.REFUSED;
  }

  private static String text(JsonObject object, String member) {
    return VisibleText.of(object.text(member).orElse(""), WIDEST);
  }
}
