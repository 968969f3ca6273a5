package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.cli.platform.Platform;
import dev.jeton.cli.remote.CommandGroup;
import dev.jeton.cli.remote.kind.KindCommands;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/**
 * Sunbird: {@code mint sunbird}, {@code verify sunbird}, {@code sunbird group|consumer|credential},
 * and JWTs with an issuer in inspect.
 */
public final class Sunbird implements Platform {
  @Override
  public CommandLine mint(Environment environment) {
    return new CommandLine(new MintSunbirdCommand(environment));
  }

  @Override
  public CommandLine verify(Environment environment) {
    return new CommandLine(new VerifySunbirdCommand(environment));
  }

  @Override
  public List<CommandLine> commands(Environment environment) {
    return List.of(CommandGroup.of(
        "sunbird",
        "Groups, consumers and credentials of Sunbird on a running server.",
        "jeton sunbird credential list",
        () -> List.of(
            KindCommands.of(new GroupKind(), environment),
            KindCommands.of(new ConsumerKind(), environment),
            KindCommands.of(new CredentialKind(), environment))));
  }

  @Override
  public List<CommandLine> imports(Environment environment) {
    return List.of(new CommandLine(new ImportKongCommand(environment)));
  }

  @Override
  public Optional<Inspection> inspect(String token) {
    return SunbirdInspector.inspect(token);
  }

  @Override
  public List<String> kinds() {
    return List.of(SunbirdInspector.KIND);
  }
}
