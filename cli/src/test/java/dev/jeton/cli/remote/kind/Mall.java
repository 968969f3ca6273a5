package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.cli.platform.Platform;
import dev.jeton.cli.remote.CommandGroup;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** A platform that has shops. */
final class Mall implements Platform {
  @Override
  public CommandLine mint(Environment environment) {
    return CommandGroup.of("mall", "none", "jeton mint mall", List::of);
  }

  @Override
  public CommandLine verify(Environment environment) {
    return CommandGroup.of("mall", "none", "jeton verify mall", List::of);
  }

  @Override
  public List<CommandLine> commands(Environment environment) {
    return List.of(CommandGroup.of(
        "mall",
        "Shops.",
        "jeton mall shop list",
        () -> List.of(KindCommands.of(new Shop(), environment))));
  }

  @Override
  public Optional<Inspection> inspect(String token) {
    return Optional.empty();
  }

  @Override
  public List<String> kinds() {
    return List.of();
  }
}
