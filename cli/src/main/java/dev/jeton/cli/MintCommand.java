package dev.jeton.cli;

import dev.jeton.cli.console.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code jeton mint} by itself. */
@Command(
    name = "mint",
    description = "Mint a token with a secret at hand; no server is asked.",
    synopsisSubcommandLabel = "PLATFORM",
    commandListHeading = "%nPlatforms%n",
    footer = {"", "Example", "  jeton mint agora rtc --app-id ID --channel lobby --uid 42"})
final class MintCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UsageException("which platform? There is agora");
  }
}
