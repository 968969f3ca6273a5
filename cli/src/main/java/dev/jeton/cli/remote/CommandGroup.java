package dev.jeton.cli.remote;

import dev.jeton.cli.console.Choice;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * A command that only holds others. They are made when somebody asks for one of them: there are many,
 * and a start that needs none should not pay for them.
 */
@Command
public final class CommandGroup implements Callable<Integer> {
  @Mixin
  private Choice choice = new Choice();

  private final Supplier<List<CommandLine>> commands;

  private CommandGroup(Supplier<List<CommandLine>> commands) {
    this.commands = commands;
  }

  /** With that name, what stands under it in one line, and an example. */
  public static CommandLine of(
      String name, String description, String example, Supplier<List<CommandLine>> commands) {
    CommandLine line = new CommandLine(new CommandGroup(commands));
    line.getCommandSpec().name(name);
    line.getCommandSpec()
        .usageMessage()
        .description(description)
        .synopsisSubcommandLabel("COMMAND")
        .commandListHeading("%nCommands%n")
        .footer("", "Example", "  " + example);
    return line;
  }

  /** Makes the commands of the groups that the arguments walk through. */
  public static void fill(CommandLine root, String... args) {
    CommandLine at = root;
    for (String arg : args) {
      CommandLine next = at.getSubcommands().get(arg);
      if (next != null) {
        at = next;
        fillOne(at);
      }
    }
  }

  /** Makes those of all groups. */
  public static void fillAll(CommandLine root) {
    fillOne(root);
    root.getSubcommands().values().forEach(CommandGroup::fillAll);
  }

  private static void fillOne(CommandLine line) {
    if (line.getCommand() instanceof CommandGroup group) {
      for (CommandLine command : group.commands.get()) {
        line.addSubcommand(command.getCommandName(), command);
      }
    }
  }

  @Override
  public Integer call() {
    throw choice.asking("which command?");
  }
}
