package dev.jeton.cli.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As of when a token is looked at. */
public final class TimeOptions implements OptionGroup {
  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "As of this time (2026-11-01T12:00:00Z or unix seconds) instead of now.")
  private @Nullable Instant at;

  public Instant now(Environment environment) {
    return at != null ? at : environment.clock().instant();
  }

  @Override
  public String heading() {
    return "Time";
  }
}
