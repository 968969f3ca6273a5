package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.console.OptionGroup;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long the secret that is replaced goes on verifying. */
final class OverlapOptions implements OptionGroup {
  @Option(
      names = "--overlap",
      paramLabel = "2h",
      converter = DurationConverter.class,
      description = "How long tokens of the secret that is replaced still verify, as 90s, 10m,"
          + " 2h, 1d. Without it: as long as is usual for its kind, or until somebody retires it.")
  private @Nullable Duration overlap;

  void write(Members members) {
    members.seconds("overlapSeconds", overlap);
  }

  @Override
  public String heading() {
    return "Overlap";
  }
}
