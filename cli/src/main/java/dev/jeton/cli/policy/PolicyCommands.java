package dev.jeton.cli.policy;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.kind.KindCommands;
import java.util.List;
import picocli.CommandLine;

/** {@code jeton policy}. */
public final class PolicyCommands {
  private PolicyCommands() {}

  /** The group of them. */
  public static CommandLine group(Environment environment) {
    return KindCommands.of(
        new PolicyKind(),
        environment,
        () -> List.of(
            new CommandLine(new TestPolicyCommand(environment)),
            new CommandLine(new ReadyMadeCommand(environment))));
  }
}
