package dev.jeton.cli.hub;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.cli.platform.Platform;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Hub: {@code mint hub}, {@code verify hub}, {@code hub keygen|sign}, and its forms in inspect. */
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
    return List.of(new CommandLine(new HubCommand())
        .addSubcommand(new KeygenCommand(environment))
        .addSubcommand(new SignCommand(environment)));
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
