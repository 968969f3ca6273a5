package dev.jeton.cli.audit;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code jeton audit} by itself. */
@Command(
    name = "audit",
    description = "Check the audit file of a server.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands%n",
    footer = {"", "Example", "  jeton audit verify --data ./data"})
public final class AuditCommand implements Callable<Integer> {
  private AuditCommand() {}

  /** With all that stands under it. */
  public static CommandLine tree(Environment environment) {
    return new CommandLine(new AuditCommand()).addSubcommand(new AuditVerifyCommand(environment));
  }

  @Override
  public Integer call() {
    throw new UsageException("which command? There is verify");
  }
}
