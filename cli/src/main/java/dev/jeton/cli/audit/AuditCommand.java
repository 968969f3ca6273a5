package dev.jeton.cli.audit;

import dev.jeton.cli.console.Choice;
import dev.jeton.cli.console.Environment;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton audit} by itself. */
@Command(
    name = "audit",
    description = "Check the audit file of a server, find tokens and people in it, forget people.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands%n",
    footer = {"", "Example", "  jeton audit verify --data ./data"})
public final class AuditCommand implements Callable<Integer> {
  @Mixin
  private Choice choice = new Choice();

  private AuditCommand() {}

  /** With all that stands under it. */
  public static CommandLine tree(Environment environment) {
    return new CommandLine(new AuditCommand())
        .addSubcommand(new AuditVerifyCommand(environment))
        .addSubcommand(new AuditFindCommand(environment))
        .addSubcommand(new AuditEraseCommand(environment));
  }

  @Override
  public Integer call() {
    throw choice.asking("which command?");
  }
}
