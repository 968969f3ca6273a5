package dev.jeton.cli.console;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * All that a command sees of the process it runs in, so that a test needs no process.
 *
 * @param variables the environment variables
 * @param clock the time
 * @param random made on first use: most commands need none, and making one takes time
 * @param in standard input
 * @param out standard output: results and nothing else
 * @param err standard error: warnings and what went wrong
 * @param prompt a console to ask for a secret, where there is one
 * @param outIsTerminal whether a person reads standard output
 * @param errIsTerminal whether a person reads standard error
 */
public record Environment(
    Map<String, String> variables,
    InstantSource clock,
    Supplier<RandomGenerator> random,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Supplier<Optional<SecretPrompt>> prompt,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /** A variable that is set, be it empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** Says something that does not stop the command. */
  public void warn(String message) {
    err.println("warning: " + message);
  }

  /** How to mark words on standard output. */
  public Style style() {
    return outIsTerminal && variables.getOrDefault("NO_COLOR", "").isEmpty()
        ? Style.COLOURED
        : Style.PLAIN;
  }
}
