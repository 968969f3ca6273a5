package dev.jeton.cli;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;

/** The program. */
public final class Jeton {
  private Jeton() {}

  public static void main(String[] args) {
    System.exit(run(RunningProcess.environment(), args));
  }

  /** Runs one command and says how it ended, see {@link ExitStatus}. */
  static int run(Environment environment, String... args) {
    int status = new CommandTree(environment).commandLine().execute(args);
    if (environment.out().checkError()) {
      environment.err().println("jeton: standard output was closed before all was written");
      return ExitStatus.FAULT;
    }
    return status;
  }
}
