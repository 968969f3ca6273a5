package dev.jeton.cli.kandy;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.kandy.Timestamps;
import dev.jeton.tokens.kandy.TokenWindow;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Which creation times are taken. */
final class WindowOptions implements OptionGroup {
  private static final Duration LARGEST_SKEW = Duration.ofHours(1);

  @Option(
      names = "--skew",
      paramLabel = "60s",
      converter = DurationConverter.class,
      description = "How far ahead the clock of the issuer may be, at most 1h. Default 60s.")
  private Duration skew = TokenWindow.DEFAULT_SKEW;

  @Option(
      names = "--legacy-seconds",
      description = "Take creation times in unix seconds too, which one of the vendor's documents"
          + " shows; its issuers write milliseconds.")
  private boolean legacySeconds;

  TokenWindow adjust(TokenWindow window) {
    if (skew.compareTo(LARGEST_SKEW) > 0) {
      throw new UsageException("--skew: at most 1h; clocks that differ more need repair");
    }
    TokenWindow skewed = window.skew(skew);
    return legacySeconds ? skewed.timestamps(Timestamps.MILLISECONDS_OR_SECONDS) : skewed;
  }

  @Override
  public String heading() {
    return "Time";
  }
}
