package dev.jeton.cli.agora;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.RtcRole;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jeton mint agora rtc}. */
@Command(
    name = "rtc",
    description = "Mint a token that lets one user into one audio and video channel.",
    customSynopsis =
        "jeton mint agora rtc --app-id ID --channel C (--uid N | --account A) [OPTIONS]",
    footer = {
      "",
      "Examples",
      "  jeton mint agora rtc --app-id ID --channel lobby --uid 42",
      "  jeton mint agora rtc --app-id ID --channel lobby --account alice --role publisher --ttl 10m",
      "  AGORA_APP_CERTIFICATE_FILE=cert.txt jeton mint agora rtc --app-id ID --channel c --uid 1 --json"
    })
final class MintRtcCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private ProjectOptions project = new ProjectOptions();

  @Mixin
  private ChannelAndRole target = new ChannelAndRole();

  @Mixin
  private UserOptions user = new UserOptions();

  @Mixin
  private LifetimeOptions lifetime = new LifetimeOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  /** Where the user may go, and as what. */
  static final class ChannelAndRole implements OptionGroup {
    @Option(
        names = "--channel",
        paramLabel = "C",
        converter = ChannelConverter.class,
        description = "The channel's name; a * in it stands for any characters.")
    private @Nullable Channel channel;

    @Option(
        names = "--role",
        paramLabel = "ROLE",
        converter = RoleConverter.class,
        description = "subscriber (default), or publisher, who may also send.")
    private RtcRole role = RtcRole.SUBSCRIBER;

    Channel channel() {
      if (channel == null) {
        throw new UsageException("missing: --channel C");
      }
      return channel;
    }

    @Override
    public String heading() {
      return UserOptions.HEADING;
    }
  }

  MintRtcCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Channel channel = target.channel();
    AgoraUser who = user.required();
    if (lifetime.version() == TokenVersion.V006 && isPattern(channel)) {
      throw new UsageException("--channel: no one can verify a 006 token for a pattern;"
          + " give one channel, or * for every channel, or use 007");
    }
    Mint mint = new Mint(environment, project, lifetime);
    Warnings.ofWildcards(environment, channel, who);
    String token = lifetime.version() == TokenVersion.V007
        ? mint.sign(t -> t.rtc(channel, who, target.role, lifetime.ttl()))
        : mint.sign(AccessToken.rtc(mint.appId(), channel, who, target.role, mint.expiresAt()));
    return mint.print(token, output, json -> {
      json.put("channel", channel.name());
      user.describeTo(json);
      json.put("role", RoleConverter.word(target.role));
    });
  }

  /** In 006 only the checksum of the whole name is there, which no single channel's can match. */
  private static boolean isPattern(Channel channel) {
    return channel.isWildcard() && !channel.equals(Channel.any());
  }
}
