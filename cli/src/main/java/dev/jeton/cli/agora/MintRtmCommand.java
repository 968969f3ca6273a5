package dev.jeton.cli.agora;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.AgoraUser;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jeton mint agora rtm}. */
@Command(
    name = "rtm",
    description = "Mint a token that logs one user in to Signaling (RTM).",
    customSynopsis = "jeton mint agora rtm --app-id ID --user U [OPTIONS]",
    footer = {
      "",
      "Examples",
      "  jeton mint agora rtm --app-id ID --user alice",
      "  jeton mint agora rtm --app-id ID --user alice --ttl 1d --token-version 006"
    })
final class MintRtmCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private ProjectOptions project = new ProjectOptions();

  @Mixin
  private Login login = new Login();

  @Mixin
  private LifetimeOptions lifetime = new LifetimeOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  /** Who logs in. */
  static final class Login implements OptionGroup {
    @Option(
        names = "--user",
        paramLabel = "U",
        converter = AccountConverter.OfOneUser.class,
        description = "The user's name, up to 255 bytes.")
    private @Nullable String user;

    String user() {
      if (user == null) {
        throw new UsageException("missing: --user U");
      }
      return user;
    }

    @Override
    public String heading() {
      return UserOptions.HEADING;
    }
  }

  MintRtmCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    String user = login.user();
    Mint mint = new Mint(environment, project, lifetime);
    Warnings.ofWildcard(environment, AgoraUser.account(user));
    String token = lifetime.version() == TokenVersion.V007
        ? mint.sign(t -> t.rtm(user, lifetime.ttl()))
        : mint.sign(AccessToken.rtm(mint.appId(), user, mint.expiresAt()));
    return mint.print(token, output, json -> json.put("user", user));
  }
}
