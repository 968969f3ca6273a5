package dev.jeton.cli.console;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How far clocks may differ. */
public final class SkewOptions implements OptionGroup {
  private static final Duration LARGEST = Duration.ofHours(1);

  @Option(
      names = "--skew",
      paramLabel = "60s",
      converter = DurationConverter.class,
      description = "How far ahead the clock of the issuer may be, at most 1h. Default 60s. There"
          + " is no such allowance for the end.")
  private Duration skew = Duration.ofSeconds(60);

  public Duration skew() {
    if (skew.compareTo(LARGEST) > 0) {
      throw new UsageException("--skew: at most 1h; clocks that differ more need repair");
    }
    return skew;
  }

  @Override
  public String heading() {
    return "Checks";
  }
}
