package dev.jeton.cli.hub;

import dev.jeton.cli.remote.kind.Column;
import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.RemoteKind;
import dev.jeton.cli.remote.kind.SecretWords;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code jeton hub key}. */
final class ApiKeyKind implements RemoteKind {
  private static final SecretWords SECRETS =
      new SecretWords("secret", "secrets", "secret", "API secret", "HUB_API_SECRET", true);

  @Override
  public String words() {
    return "hub key";
  }

  @Override
  public String noun() {
    return "Hub API key";
  }

  @Override
  public String path() {
    return "/api/v1/hub/keys";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("NAME", "name"),
        Column.of("API KEY", "apiKey"),
        Column.of("TYPE", "type"),
        Column.of("ACCOUNT", "accountName"),
        Column.mark("SIGNED", "secure", "yes"),
        Column.mark("VALID", "valid", "yes"),
        Column.states("SECRETS", SECRETS));
  }

  @Override
  public List<SpecOptions> createOptions() {
    return List.of(new Given(), new Use());
  }

  @Override
  public List<SpecOptions> changeOptions() {
    return List.of(new Use(), new Validity());
  }

  @Override
  public Optional<SecretWords> secrets() {
    return Optional.of(SECRETS);
  }

  @Override
  public String exampleName() {
    return "chat-app";
  }

  @Override
  public String createExample() {
    return "--account acme";
  }

  @Override
  public String changeExample() {
    return "--no-secure";
  }

  /** What only a new one can be given. */
  static final class Given implements SpecOptions {
    @Option(
        names = "--api-key",
        paramLabel = "KEY",
        description = "One that a Hub made before, 27 characters. Without it a new one is made.")
    private @Nullable String apiKey;

    @Override
    public void write(Members members) {
      members.text("apiKey", apiKey);
    }

    @Override
    public String heading() {
      return "API key";
    }
  }

  /** Whose it is and what its users have to do. */
  static final class Use implements SpecOptions {
    @Option(
        names = "--type",
        paramLabel = "user-group|account",
        description = "For the users of an app, each with a token (user-group, as without this), or"
            + " for the account itself.")
    private @Nullable String type;

    @Option(
        names = "--account",
        paramLabel = "NAME",
        description = "Name or id of its account. An account key needs one.")
    private @Nullable String account;

    @Option(
        names = "--secure",
        negatable = true,
        description =
            "Whether its users have to sign. With --no-secure whoever knows the key gets" + " in.")
    private @Nullable Boolean secure;

    @Option(names = "--description", paramLabel = "TEXT", description = "For people.")
    private @Nullable String description;

    @Override
    public void write(Members members) {
      members
          .text("type", type)
          .text("account", account)
          .truth("secure", secure)
          .text("description", description);
    }

    @Override
    public String heading() {
      return "Use";
    }
  }

  /** Whether it counts. */
  static final class Validity implements SpecOptions {
    @Option(
        names = "--valid",
        negatable = true,
        description = "Lets an invalidated one count again; --no-valid is what invalidate does.")
    private @Nullable Boolean valid;

    @Override
    public void write(Members members) {
      members.truth("valid", valid);
    }

    @Override
    public String heading() {
      return "Validity";
    }
  }
}
