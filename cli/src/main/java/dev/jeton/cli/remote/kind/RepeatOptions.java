package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.remote.Ask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Makes a request safe to repeat. */
final class RepeatOptions implements OptionGroup {
  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description = "The same key and the same request within 24 h get the same answer and do"
          + " nothing twice.")
  private @Nullable String key;

  Ask on(Ask ask) {
    return ask.with("Idempotency-Key", key);
  }

  @Override
  public String heading() {
    return "Request";
  }

  @Override
  public boolean common() {
    return true;
  }
}
