package dev.jeton.cli.kandy;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.kandy.TokenWindow;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long tokens live, which stands in none of them. */
final class DurationOptions implements OptionGroup {
  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      converter = DurationConverter.class,
      description = "The realm's \"Duration to Expire Authentication\", in seconds or like 10m."
          + " Default 600.")
  private Duration duration = Duration.ofMinutes(10);

  TokenWindow window() {
    if (duration.isZero()) {
      throw new UsageException("--duration: a token lives at least 1 second");
    }
    try {
      return TokenWindow.of(duration);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--duration: at most 366 days");
    }
  }

  @Override
  public String heading() {
    return "Time";
  }
}
