package dev.jeton.cli.remote;

import dev.jeton.cli.console.Choice;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that only holds others. */
@Command
public final class CommandGroup implements Callable<Integer> {
  @Mixin
  private Choice choice = new Choice();

  private CommandGroup() {}

  /** With that name, what stands under it in one line, and an example. */
  public static CommandLine of(String name, String description, String example) {
    CommandLine line = new CommandLine(new CommandGroup());
    line.getCommandSpec().name(name);
    line.getCommandSpec()
        .usageMessage()
        .description(description)
        .synopsisSubcommandLabel("COMMAND")
        .commandListHeading("%nCommands%n")
        .footer("", "Example", "  " + example);
    return line;
  }

  @Override
  public Integer call() {
    throw choice.asking("which command?");
  }
}
