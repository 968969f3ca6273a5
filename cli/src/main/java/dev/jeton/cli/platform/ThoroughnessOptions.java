package dev.jeton.cli.platform;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** What happens when something could not be checked. */
public final class ThoroughnessOptions implements OptionGroup {
  @Option(
      names = "--require-all",
      description = "Refuse with CONTEXT_MISSING when a check could not be made.")
  private boolean requireAll;

  /**
   * The outcome, or a refusal when all checks are required and one was not made.
   *
   * @param unchecked the checks that were not made
   * @param advice what to give, as {@code give --channel}
   */
  public <T> Outcome<T> complete(
      Outcome<T> outcome, Function<? super T, List<String>> unchecked, String advice) {
    return requireAll ? whole(outcome, unchecked, advice) : outcome;
  }

  /** The outcome, or a refusal when a check was not made, whatever was asked for. */
  public static <T> Outcome<T> whole(
      Outcome<T> outcome, Function<? super T, List<String>> unchecked, String advice) {
    return outcome.then(verified -> {
      List<String> missing = unchecked.apply(verified);
      return missing.isEmpty()
          ? outcome
          : Outcome.refused(
              Reason.CONTEXT_MISSING, "not checked: " + String.join(", ", missing) + "; " + advice);
    });
  }

  @Override
  public String heading() {
    return "Checks";
  }
}
