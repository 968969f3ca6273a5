package dev.jeton.cli.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The token that a command looks at: its argument, or standard input for {@code -}. */
public final class TokenArgument {
  /** More than any format takes; a refusal of that length comes from the format itself. */
  private static final int MAX_BYTES = 1 << 20;

  @Parameters(
      paramLabel = "TOKEN",
      arity = "0..1",
      description = "The token, or - to read it from standard input (one line end is dropped).")
  private @Nullable String argument;

  /** Whether there is one. */
  public boolean given() {
    return argument != null;
  }

  /** The token's text as it was given. */
  public String text(Environment environment) {
    if (argument == null) {
      throw new UsageException("missing: TOKEN (or - to read it from standard input)");
    }
    return text(argument, environment);
  }

  /** The text that an argument stands for: itself, or standard input for {@code -}. */
  public static String text(String argument, Environment environment) {
    if (!argument.equals("-")) {
      return argument;
    }
    try {
      byte[] bytes = environment.in().readNBytes(MAX_BYTES);
      int length = LineEnd.lengthWithout(bytes, bytes.length);
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new FaultException("standard input cannot be read", e);
    }
  }
}
