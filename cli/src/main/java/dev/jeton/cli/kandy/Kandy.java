package dev.jeton.cli.kandy;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.cli.platform.Platform;
import dev.jeton.cli.remote.CommandGroup;
import dev.jeton.cli.remote.kind.KindCommands;
import dev.jeton.cli.remote.kind.RevealCommand;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Kandy: {@code mint kandy}, {@code verify kandy}, {@code kandy realm|callee}, and its shapes in inspect. */
public final class Kandy implements Platform {
  @Override
  public CommandLine mint(Environment environment) {
    return new CommandLine(new MintKandyCommand(environment));
  }

  @Override
  public CommandLine verify(Environment environment) {
    return new CommandLine(new VerifyKandyCommand(environment));
  }

  @Override
  public List<CommandLine> commands(Environment environment) {
    return List.of(CommandGroup.of(
        "kandy",
        "Administer the Kandy realms and callees of a running server.",
        "jeton kandy realm list",
        () -> List.of(realms(environment), callees(environment))));
  }

  private static CommandLine realms(Environment environment) {
    RealmKind kind = new RealmKind();
    return KindCommands.of(kind, environment, () -> List.of(RevealCommand.of(kind, environment)));
  }

  private static CommandLine callees(Environment environment) {
    CalleeKind kind = new CalleeKind();
    return KindCommands.of(
        kind,
        environment,
        () ->
            List.of(SwitchCommand.close(kind, environment), SwitchCommand.open(kind, environment)));
  }

  @Override
  public List<CommandLine> imports(Environment environment) {
    return List.of(new CommandLine(new ImportActgCommand(environment)));
  }

  @Override
  public Optional<Inspection> inspect(String token) {
    return KandyContent.inspect(token);
  }

  @Override
  public List<String> kinds() {
    return KandyContent.KINDS;
  }
}
