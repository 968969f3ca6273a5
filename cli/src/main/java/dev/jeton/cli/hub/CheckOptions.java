package dev.jeton.cli.hub;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.hub.Expected;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a token is checked against. */
final class CheckOptions implements OptionGroup {
  private static final Duration LARGEST_SKEW = Duration.ofHours(1);

  @Option(names = "--audience", paramLabel = "A", description = "What it has to be for.")
  private @Nullable String audience;

  @Option(
      names = "--skew",
      paramLabel = "60s",
      converter = DurationConverter.class,
      description = "How far ahead the clock of the issuer may be, at most 1h. Default 60s.")
  private Duration skew = Expected.DEFAULT_SKEW;

  Expected expected(Instant now) {
    if (skew.compareTo(LARGEST_SKEW) > 0) {
      throw new UsageException("--skew: at most 1h; clocks that differ more need repair");
    }
    Expected expected = Expected.at(now).skew(skew);
    return audience == null ? expected : expected.audience(audience);
  }

  @Override
  public String heading() {
    return "Checks";
  }
}
