package dev.jeton.cli.remote.kind;

import java.util.List;
import picocli.CommandLine;

/** A command with its help. */
final class HelpText {
  private HelpText() {}

  static CommandLine of(
      KindCommand command, List<String> description, String synopsis, String example) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec()
        .usageMessage()
        .description(description.toArray(String[]::new))
        .customSynopsis("jeton " + synopsis + " [OPTIONS]")
        .footer("", "Example", "  jeton " + example);
    return line;
  }
}
