package dev.jeton.cli.hub;

import dev.jeton.cli.remote.kind.Column;
import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.RemoteKind;
import dev.jeton.cli.remote.kind.SecretWords;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code jeton hub issuer}. */
final class IssuerKind implements RemoteKind {
  private static final SecretWords KEYS =
      new SecretWords("key", "keys", "issuerKey", "issuer key", "HUB_ISSUER_KEY", true);

  @Override
  public String words() {
    return "hub issuer";
  }

  @Override
  public String noun() {
    return "Hub issuer";
  }

  @Override
  public String path() {
    return "/api/v1/hub/issuers";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("NAME", "name"),
        Column.mark("DEFAULT", "default", "default"),
        Column.of("FORM", "tokenForm"),
        Column.seconds("LIFETIME", "tokenLifetimeSeconds"),
        Column.of("AUDIENCE", "audience"),
        Column.states("KEYS", KEYS),
        Column.of("SIGNS WITH", "issuer"));
  }

  @Override
  public List<SpecOptions> createOptions() {
    return List.of(new Tokens());
  }

  @Override
  public List<SpecOptions> changeOptions() {
    return List.of(new Tokens());
  }

  @Override
  public Optional<SecretWords> secrets() {
    return Optional.of(KEYS);
  }

  @Override
  public String exampleName() {
    return "chat";
  }

  @Override
  public String createExample() {
    return "--ttl 1h --default";
  }

  @Override
  public String changeExample() {
    return "--audience chat";
  }

  /** What its tokens look like. */
  static final class Tokens implements SpecOptions {
    @Option(
        names = "--ttl",
        paramLabel = "24h",
        converter = LifetimeConverter.class,
        description = "How long a token lives, 10s to 30d.")
    private @Nullable Duration lifetime;

    @Option(names = "--audience", paramLabel = "WORD", description = "For whom tokens are.")
    private @Nullable String audience;

    @Option(
        names = "--hub-exact",
        negatable = true,
        description = "Tokens exactly as a Hub's, without an end; whoever steals one keeps it.")
    private @Nullable Boolean exact;

    @Option(
        names = "--default",
        negatable = true,
        description = "Callers get it who name none; another one loses the mark.")
    private @Nullable Boolean standard;

    @Override
    public void write(Members members) {
      members
          .seconds("tokenLifetimeSeconds", lifetime)
          .text("audience", audience)
          .text("tokenForm", exact == null ? null : exact ? "hub-exact" : "default")
          .truth("default", standard);
    }

    @Override
    public String heading() {
      return "Tokens";
    }
  }
}
