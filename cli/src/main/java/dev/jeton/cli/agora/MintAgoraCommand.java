package dev.jeton.cli.agora;

import dev.jeton.cli.console.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code jeton mint agora} by itself. */
@Command(
    name = "agora",
    description = "Mint an Agora token: rtc, rtm or chat.",
    synopsisSubcommandLabel = "SERVICE",
    commandListHeading = "%nServices%n",
    footer = {
      "",
      "Examples",
      "  jeton mint agora rtc --app-id ID --channel lobby --uid 42",
      "  jeton mint agora rtm --app-id ID --user alice",
      "  jeton mint agora chat --app-id ID --user alice"
    })
final class MintAgoraCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UsageException("which service? There are rtc, rtm and chat");
  }
}
