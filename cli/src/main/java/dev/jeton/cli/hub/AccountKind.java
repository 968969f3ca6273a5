package dev.jeton.cli.hub;

import dev.jeton.cli.remote.kind.Column;
import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.RemoteKind;
import dev.jeton.cli.remote.kind.SpecOptions;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code jeton hub account}. */
final class AccountKind implements RemoteKind {
  @Override
  public String words() {
    return "hub account";
  }

  @Override
  public String noun() {
    return "Hub account";
  }

  @Override
  public String path() {
    return "/api/v1/hub/accounts";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("NAME", "name"),
        Column.mark("ENABLED", "enabled", "yes"),
        Column.of("DESCRIPTION", "description"));
  }

  @Override
  public List<SpecOptions> createOptions() {
    return List.of(new Whose());
  }

  @Override
  public List<SpecOptions> changeOptions() {
    return List.of(new Whose());
  }

  @Override
  public String exampleName() {
    return "acme";
  }

  @Override
  public String createExample() {
    return "--description 'Acme Ltd, chat app'";
  }

  @Override
  public String changeExample() {
    return "--no-enabled";
  }

  /** What it is. */
  static final class Whose implements SpecOptions {
    @Option(
        names = "--public-key",
        paramLabel = "KEY",
        converter = PublicKeyConverter.class,
        description = "The identity of the developer or organisation, bbaarei... .")
    private @Nullable Libp2pPublicKey publicKey;

    @Option(
        names = "--enabled",
        negatable = true,
        description = "Whether its API keys count; with --no-enabled none of them does.")
    private @Nullable Boolean enabled;

    @Option(names = "--description", paramLabel = "TEXT", description = "For people.")
    private @Nullable String description;

    @Override
    public void write(Members members) {
      members
          .text("publicKey", publicKey == null ? null : publicKey.text())
          .truth("enabled", enabled)
          .text("description", description);
    }

    @Override
    public String heading() {
      return "Account";
    }
  }
}
