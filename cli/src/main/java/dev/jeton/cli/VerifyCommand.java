package dev.jeton.cli;

import dev.jeton.cli.console.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code jeton verify} by itself. */
@Command(
    name = "verify",
    description = "Verify a token with a secret at hand; no server is asked.",
    synopsisSubcommandLabel = "PLATFORM",
    commandListHeading = "%nPlatforms%n",
    footer = {"", "Example", "  jeton verify agora --app-id ID --channel lobby --uid 42 TOKEN"})
final class VerifyCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UsageException("which platform? There is agora");
  }
}
