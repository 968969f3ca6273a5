package dev.jeton.cli.agora;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.UsageException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jeton mint agora chat}. */
@Command(
    name = "chat",
    description = "Mint a token for one Chat user, or for the administration of Chat.",
    customSynopsis = "jeton mint agora chat --app-id ID (--user U | --app) [OPTIONS]",
    footer = {
      "",
      "Examples",
      "  jeton mint agora chat --app-id ID --user alice",
      "  jeton mint agora chat --app-id ID --app --ttl 10m"
    })
final class MintChatCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private ProjectOptions project = new ProjectOptions();

  @Mixin
  private Subject subject = new Subject();

  @Mixin
  private LifetimeOptions lifetime = new LifetimeOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  /** Who may do something: one user, or whoever holds the token everything. */
  static final class Subject implements OptionGroup {
    @Option(
        names = "--user",
        paramLabel = "U",
        converter = AccountConverter.OfOneUser.class,
        description = "The user's name in Chat, up to 255 bytes.")
    private @Nullable String user;

    @Option(
        names = "--app",
        description = "Instead of a user: may call the Chat REST API for the whole project.")
    private boolean app;

    @Override
    public String heading() {
      return UserOptions.HEADING;
    }
  }

  MintChatCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    String user = subject.user;
    if (lifetime.version() == TokenVersion.V006) {
      throw new UsageException("--token-version: the 006 format cannot carry Chat; use 007");
    }
    if (subject.app == (user != null)) {
      throw new UsageException(
          user == null ? "missing: --user U or --app" : "give --user or --app, not both");
    }
    Mint mint = new Mint(environment, project, lifetime);
    if (user == null) {
      environment.warn("whoever holds this token administers Chat of the whole project");
      return mint.print(
          mint.sign(t -> t.chatApp(lifetime.ttl())), output, json -> json.put("app", true));
    }
    return mint.print(
        mint.sign(t -> t.chatUser(user, lifetime.ttl())), output, json -> json.put("user", user));
  }
}
