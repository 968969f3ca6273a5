package dev.jeton.cli.agora;

import dev.jeton.cli.console.Choice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
  @Mixin
  private Choice choice = new Choice();

  @Override
  public Integer call() {
    throw choice.asking("which service?");
  }
}
