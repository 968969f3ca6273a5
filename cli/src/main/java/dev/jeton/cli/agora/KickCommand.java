package dev.jeton.cli.agora;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jeton agora project kick}. */
@Command(
    name = "kick",
    description = {
      "Have Agora throw somebody out and keep him out, whatever his token says.",
      "Needs agora.customer-id and agora.customer-secret in the server's settings."
    },
    customSynopsis =
        "jeton agora project kick NAME (--uid N | --channel C | --ip ADDRESS) [OPTIONS]",
    footer = {"", "Example", "  jeton agora project kick shop --channel lobby --uid 42"})
final class KickCommand extends RemoteCommand {
  @Parameters(index = "0", paramLabel = "NAME", description = "The project's name, id or App ID.")
  private String project = "";

  @Mixin
  private Whom whom = new Whom();

  /** Who is kept out of what, and for how long. */
  static final class Whom implements OptionGroup {
    @Option(names = "--uid", paramLabel = "N", description = "The user, in all channels.")
    private @Nullable Long uid;

    @Option(
        names = "--channel",
        paramLabel = "C",
        description = "That channel; without --uid, everybody in it.")
    private @Nullable String channel;

    @Option(names = "--ip", paramLabel = "ADDRESS", description = "Everybody at that address.")
    private @Nullable String ip;

    @Option(
        names = "--privilege",
        paramLabel = "WORD",
        description = "join_channel, publish_audio or publish_video. Default join_channel.")
    private @Nullable List<String> privileges;

    @Option(
        names = "--time",
        paramLabel = "1h",
        converter = DurationConverter.class,
        description = "For how long. Default longer than any token lives.")
    private @Nullable Duration time;

    @Override
    public String heading() {
      return "Whom";
    }

    JsonObject object() {
      if (uid == null && channel == null && ip == null) {
        throw new UsageException("missing: --uid N, --channel C or --ip ADDRESS");
      }
      JsonObject.Builder object = JsonObject.builder();
      if (channel != null) {
        object.put("channel", channel);
      }
      if (uid != null) {
        object.put("uid", uid);
      }
      if (ip != null) {
        object.put("ip", ip);
      }
      if (privileges != null) {
        object.put("privileges", JsonItems.ofTexts(privileges));
      }
      if (time != null) {
        object.put("timeSeconds", time.toSeconds());
      }
      return object.build();
    }
  }

  KickCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    String path = StoredProject.PATH + "/" + Ask.segment(project) + "/kick";
    JsonObject answer = server.ask(Ask.post(path, whom.object())).body();
    if (json()) {
      print(answer);
      return;
    }
    JsonObject agora = answer.object("agora").orElse(JsonObject.empty());
    say(environment().style().good("kicked")
        + rule(agora)
        + agora
            .text("message")
            .map(text -> "; Agora says: " + VisibleText.of(text))
            .orElse(""));
  }

  private static String rule(JsonObject agora) {
    return agora
        .number("rule")
        .map(JsonNumber::value)
        .map(number -> ", by Agora's rule " + number)
        .orElse("");
  }
}
