package dev.jeton.cli.hub;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.tokens.hub.Expected;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a token is checked against. */
final class CheckOptions implements OptionGroup {
  @Option(names = "--audience", paramLabel = "A", description = "What it has to be for.")
  private @Nullable String audience;

  Expected expected(Instant now, Duration skew) {
    Expected expected = Expected.at(now).skew(skew);
    return audience == null ? expected : expected.audience(audience);
  }

  @Override
  public String heading() {
    return "Checks";
  }
}
