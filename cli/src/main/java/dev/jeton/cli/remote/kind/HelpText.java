package dev.jeton.cli.remote.kind;

import picocli.CommandLine;

/** A command with its help. */
final class HelpText {
  private HelpText() {}

  static CommandLine of(KindCommand command, String description, String synopsis, String example) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec()
        .usageMessage()
        .description(description)
        .customSynopsis("jeton " + synopsis + " [OPTIONS]")
        .footer("", "Example", "  jeton " + example);
    return line;
  }
}
