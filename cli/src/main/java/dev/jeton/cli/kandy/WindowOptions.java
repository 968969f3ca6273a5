package dev.jeton.cli.kandy;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.tokens.kandy.Timestamps;
import dev.jeton.tokens.kandy.TokenWindow;
import picocli.CommandLine.Option;

/** Which creation times are taken. */
final class WindowOptions implements OptionGroup {
  @Option(
      names = "--legacy-seconds",
      description = "Take creation times in unix seconds too, which one of the vendor's documents"
          + " shows; its issuers write milliseconds.")
  private boolean legacySeconds;

  TokenWindow adjust(TokenWindow window) {
    return legacySeconds ? window.timestamps(Timestamps.MILLISECONDS_OR_SECONDS) : window;
  }

  @Override
  public String heading() {
    return "Time";
  }
}
