package dev.jeton.cli;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.UsageException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever went wrong into one plain line and an exit status. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Environment environment;

  Failures(Environment environment) {
    this.environment = environment;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    trace(e);
    return wrongUsage(Slip.describe(e), e.getCommandLine(), List.of(args));
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof UsageException usage) {
      trace(e);
      return wrongUsage(usage.line(), command, parsed.originalArgs());
    }
    if (e instanceof FaultException fault) {
      trace(e);
      say(fault.line());
      return ExitStatus.FAULT;
    }
    return unexpected(e);
  }

  /** A fault of Jeton itself; its message is for its developers and stays out of the line. */
  int unexpected(Throwable e) {
    trace(e);
    say("something went wrong inside (" + e.getClass().getSimpleName()
        + "); JETON_DEBUG=1 shows where");
    return ExitStatus.FAULT;
  }

  /** A script that asked for JSON gets it, in the form in which servers' refusals are told. */
  private int wrongUsage(String message, CommandLine command, List<String> args) {
    if (wantsJson(args)) {
      environment
          .out()
          .println(Json.object()
              .put("done", false)
              .put("code", "wrong-usage")
              .put("detail", message)
              .text());
      return ExitStatus.USAGE;
    }
    say(message);
    environment.err().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitStatus.USAGE;
  }

  private static boolean wantsJson(List<String> args) {
    int end = args.indexOf("--");
    return (end < 0 ? args : args.subList(0, end)).contains("--json");
  }

  private void say(String message) {
    environment.err().println("jeton: " + message);
  }

  private void trace(Throwable e) {
    if (environment.variables().getOrDefault("JETON_DEBUG", "").equals("1")) {
      e.printStackTrace(environment.err());
    }
  }
}
