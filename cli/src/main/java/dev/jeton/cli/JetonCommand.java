package dev.jeton.cli;

import dev.jeton.cli.console.Choice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton} by itself. */
@Command(
    name = "jeton",
    versionProvider = Version.class,
    description = "Issues, verifies and inspects the tokens of real-time and API platforms.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands%n",
    footerHeading = "%nSecrets%n",
    footer = {
      "  No secret is ever given as an argument: other users of a machine see those. A command takes",
      "  it from its variable (AGORA_APP_CERTIFICATE, say), from a file that the same variable with",
      "  _FILE names, from --secret-file FILE, or asks for it without showing what is typed.",
      "",
      "In a checkout",
      "  ./jeton build, test [SUITE], bench or dist builds, tests, measures or packs Jeton itself",
      "",
      "Exit status",
      "  0 done or valid, 1 refused, 2 wrong usage or setting, 3 a file, the disk or Jeton failed",
      "",
      "Examples",
      "  jeton mint agora rtc --app-id ID --channel lobby --uid 42",
      "  jeton verify agora --app-id ID --channel lobby --uid 42 TOKEN",
      "  jeton inspect TOKEN",
      "  jeton apply -f resources.yaml --dry-run"
    })
final class JetonCommand implements Callable<Integer> {
  @Mixin
  private Choice choice = new Choice();

  @Override
  public Integer call() {
    throw choice.asking("which command?");
  }
}
