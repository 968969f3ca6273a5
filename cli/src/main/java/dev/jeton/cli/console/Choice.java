package dev.jeton.cli.console;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that does nothing by itself and asks which of those under it is meant. */
@Command
public final class Choice {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** The question, and the commands to choose from. */
  public UsageException asking(String question) {
    String choices =
        command == null ? "" : " " + String.join(", ", command.subcommands().keySet());
    return new UsageException(question + choices);
  }
}
