package dev.jeton.cli;

import dev.jeton.cli.console.Choice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton mint} by itself. */
@Command(
    name = "mint",
    description = "Mint a token with a secret at hand; no server is asked.",
    synopsisSubcommandLabel = "PLATFORM",
    commandListHeading = "%nPlatforms%n")
final class MintCommand implements Callable<Integer> {
  @Mixin
  private Choice choice = new Choice();

  @Override
  public Integer call() {
    throw choice.asking("which platform?");
  }
}
