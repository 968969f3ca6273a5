package dev.jeton.cli.audit;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.CommandGroup;
import java.util.List;
import picocli.CommandLine;

/** {@code jeton audit}. */
public final class AuditCommand {
  private AuditCommand() {}

  /** The group with all that stands under it. */
  public static CommandLine tree(Environment environment) {
    return CommandGroup.of(
        "audit",
        "Check the audit of a server, find tokens and people in it, export it, forget people.",
        "jeton audit verify --data ./data",
        () -> List.of(
            new CommandLine(new AuditVerifyCommand(environment)),
            new CommandLine(new AuditFindCommand(environment)),
            new CommandLine(new AuditSearchCommand(environment)),
            new CommandLine(new AuditExportCommand(environment)),
            new CommandLine(new AuditEraseCommand(environment))));
  }
}
