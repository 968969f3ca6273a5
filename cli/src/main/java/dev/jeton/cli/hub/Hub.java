package dev.jeton.cli.hub;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.cli.platform.Platform;
import dev.jeton.cli.remote.CommandGroup;
import dev.jeton.cli.remote.kind.KindCommands;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Hub: {@code mint hub}, {@code verify hub}, {@code hub ...}, and its forms in inspect. */
public final class Hub implements Platform {
  static final String NAME = "hub";

  @Override
  public CommandLine mint(Environment environment) {
    return new CommandLine(new MintHubCommand(environment));
  }

  @Override
  public CommandLine verify(Environment environment) {
    return new CommandLine(new VerifyHubCommand(environment));
  }

  @Override
  public List<CommandLine> commands(Environment environment) {
    return List.of(CommandGroup.of(
        NAME,
        "Make Hub keys, answer the challenge of a Hub, and administer those of a running server.",
        "jeton hub keygen --out alice.key",
        () -> List.of(
            new CommandLine(new KeygenCommand(environment)),
            new CommandLine(new SignCommand(environment)),
            KindCommands.of(new AccountKind(), environment),
            keys(environment),
            KindCommands.of(new IssuerKind(), environment))));
  }

  private static CommandLine keys(Environment environment) {
    ApiKeyKind kind = new ApiKeyKind();
    return KindCommands.of(
        kind,
        environment,
        () -> List.of(new CommandLine(new InvalidateCommand(kind, environment))));
  }

  @Override
  public List<CommandLine> imports(Environment environment) {
    return List.of(
        new CommandLine(new ImportIssuerCommand(environment)),
        new CommandLine(new ImportKeysCommand(environment)));
  }

  @Override
  public Optional<Inspection> inspect(String token) {
    return HubInspector.inspect(token);
  }

  @Override
  public List<String> kinds() {
    return HubInspector.KINDS;
  }
}
