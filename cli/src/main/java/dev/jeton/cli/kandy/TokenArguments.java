package dev.jeton.cli.kandy;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.TokenArgument;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.kandy.Triple;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** One token, or the three of a set; from standard input for {@code -}. */
final class TokenArguments {
  @Parameters(
      paramLabel = "TOKEN",
      arity = "0..*",
      description = "The token; for a set ACCOUNT FROM TO. - reads from standard input, for a set"
          + " three lines.")
  private List<String> arguments = new ArrayList<>();

  String one(Environment environment) {
    if (arguments.size() != 1) {
      throw new UsageException(
          arguments.isEmpty()
              ? "missing: TOKEN (or - to read it from standard input)"
              : "--role is for one token; for three give --set");
    }
    return TokenArgument.text(arguments.get(0), environment);
  }

  Triple set(Environment environment) {
    List<String> tokens = arguments.equals(List.of("-"))
        ? TokenArgument.text("-", environment).lines().toList()
        : arguments;
    if (tokens.size() != 3) {
      throw new UsageException(
          "--set takes three tokens, ACCOUNT FROM TO (or - for three lines), not " + tokens.size());
    }
    return new Triple(tokens.get(0), tokens.get(1), tokens.get(2));
  }
}
