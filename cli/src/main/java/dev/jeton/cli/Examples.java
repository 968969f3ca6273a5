package dev.jeton.cli;

import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The examples at the end of a help. */
final class Examples {
  private static final String HEADING = "Examples";

  private Examples() {}

  /** Ends the help of a command with the first example of each command under it. */
  static void ofSubcommands(CommandLine command) {
    Stream<String> firsts = command.getSubcommands().values().stream()
        .flatMap(child -> Arrays.stream(child.getCommandSpec().usageMessage().footer())
            .dropWhile(line -> !line.equals(HEADING))
            .skip(1)
            .limit(1));
    command
        .getCommandSpec()
        .usageMessage()
        .footer(Stream.concat(Stream.of("", HEADING), firsts).toArray(String[]::new));
  }
}
