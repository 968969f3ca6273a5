package dev.jeton.cli;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.platform.Platform;
import java.util.Arrays;
import java.util.List;

/** The program. */
public final class Jeton {
  /** What Java puts in place of bytes it cannot decode: a token for that name would be wrong. */
  private static final char UNREADABLE = '\ufffd';

  private Jeton() {}

  public static void main(String[] args) {
    System.exit(run(RunningProcess.environment(), args));
  }

  /** Runs one command and says how it ended, see {@link ExitStatus}. */
  static int run(Environment environment, String... args) {
    return run(environment, Platforms.ALL, args);
  }

  static int run(Environment environment, List<Platform> platforms, String... args) {
    if (Arrays.stream(args).anyMatch(arg -> arg.indexOf(UNREADABLE) >= 0)) {
      environment
          .err()
          .println("jeton: an argument holds characters that this locale cannot"
              + " express; set LC_ALL=C.UTF-8");
      return ExitStatus.USAGE;
    }
    int status = execute(environment, platforms, args);
    if (environment.out().checkError()) {
      environment.err().println("jeton: standard output was closed before all was written");
      return ExitStatus.FAULT;
    }
    return status;
  }

  private static int execute(Environment environment, List<Platform> platforms, String... args) {
    Failures failures = new Failures(environment);
    try {
      return new CommandTree(environment, failures, platforms).commandLine(args).execute(args);
    } catch (RuntimeException | Error e) {
      return failures.unexpected(e);
    }
  }
}
