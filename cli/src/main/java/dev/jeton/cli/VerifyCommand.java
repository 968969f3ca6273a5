package dev.jeton.cli;

import dev.jeton.cli.console.Choice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton verify} by itself. */
@Command(
    name = "verify",
    description = "Verify a token with a secret at hand; no server is asked.",
    synopsisSubcommandLabel = "PLATFORM",
    commandListHeading = "%nPlatforms%n")
final class VerifyCommand implements Callable<Integer> {
  @Mixin
  private Choice choice = new Choice();

  @Override
  public Integer call() {
    throw choice.asking("which platform?");
  }
}
