package dev.jeton.cli.agora;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jeton agora project temporary-token}. */
@Command(
    name = "temporary-token",
    description = {
      "Mint a token with which anybody joins one channel, as the Agora console does.",
      "For trying things out: it lets in whoever has it, as a publisher, for a day or as long as the",
      "project allows."
    },
    customSynopsis = "jeton agora project temporary-token NAME --channel C [OPTIONS]",
    footer = {"", "Example", "  jeton agora project temporary-token shop --channel lobby"})
final class TemporaryTokenCommand extends RemoteCommand {
  @Parameters(index = "0", paramLabel = "NAME", description = "The project's name, id or App ID.")
  private String project = "";

  @Mixin
  private Where where = new Where();

  /** The channel. */
  static final class Where implements OptionGroup {
    @Option(
        names = "--channel",
        paramLabel = "C",
        converter = ChannelConverter.class,
        description = "The channel's name.")
    private @Nullable Channel channel;

    @Override
    public String heading() {
      return "Channel";
    }
  }

  TemporaryTokenCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    if (where.channel == null) {
      throw new UsageException("missing: --channel C");
    }
    String path = StoredProject.PATH + "/" + Ask.segment(project) + "/temporary-token";
    JsonObject body = JsonObject.builder().put("channel", where.channel.name()).build();
    JsonObject answer = server.ask(Ask.post(path, body)).body();
    if (json()) {
      print(answer);
      return;
    }
    environment()
        .err()
        .println("for anybody in " + VisibleText.of(where.channel.name()) + " until "
            + VisibleText.of(answer.text("expiresAt").orElse("?")) + ":");
    environment().out().println(VisibleText.of(answer.text("token").orElse(""), Integer.MAX_VALUE));
  }
}
