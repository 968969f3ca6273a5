package dev.jeton.cli.hub;

import dev.jeton.cli.console.Choice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton hub} by itself. */
@Command(
    name = Hub.NAME,
    description = "Make Hub keys, and answer the challenge of a Hub.",
    synopsisSubcommandLabel = "keygen|sign",
    commandListHeading = "%nCommands%n",
    footer = {
      "",
      "Examples",
      "  jeton hub keygen --out alice.key",
      "  jeton hub sign --secret-file alice.key --domain hub.example.org CHALLENGE"
    })
final class HubCommand implements Callable<Integer> {
  @Mixin
  private Choice choice = new Choice();

  @Override
  public Integer call() {
    throw choice.asking("which command?");
  }
}
