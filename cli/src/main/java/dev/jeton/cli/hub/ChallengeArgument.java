package dev.jeton.cli.hub;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.TokenArgument;
import dev.jeton.cli.console.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The challenge to sign: an argument, or standard input for {@code -}. */
final class ChallengeArgument {
  @Parameters(
      paramLabel = "CHALLENGE",
      arity = "0..1",
      description = "The challenge, or - to read it from standard input (one line end is dropped).")
  private @Nullable String argument;

  String text(Environment environment) {
    if (argument == null) {
      throw new UsageException("missing: CHALLENGE (or - to read it from standard input)");
    }
    return TokenArgument.text(argument, environment);
  }
}
