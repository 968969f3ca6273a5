package dev.jeton.cli.platform;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.Table;
import dev.jeton.tokens.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Prints what came of a verification, for people or for programs, and answers the exit status. */
public record VerdictPrinter(
    Environment environment, OutputOptions output, Instant now, String platform) {

  /** A token that holds, as it is shown. */
  public interface Shown {
    /** For people. */
    Table table(Instant now);

    /** For programs: what stands between {@code platform} and {@code unchecked}. */
    Consumer<Json> members();

    /** The checks that were not made. */
    List<String> unchecked();
  }

  /** Prints {@code valid} and what it is, or {@code refused} and why. */
  public <T> int print(Outcome<T> outcome, Function<? super T, ? extends Shown> shown) {
    if (outcome instanceof Outcome.Accepted<T> accepted) {
      Shown valid = shown.apply(accepted.value());
      environment.out().print(output.json() ? json(valid) : text(valid));
      return ExitStatus.DONE;
    }
    Outcome.Refused<T> refused = (Outcome.Refused<T>) outcome;
    environment.out().print(output.json() ? json(refused) : text(refused));
    return ExitStatus.REFUSED;
  }

  private String json(Shown valid) {
    Json json = Json.object().put("valid", true).put("platform", platform);
    valid.members().accept(json);
    return json.putTexts("unchecked", valid.unchecked()).text() + "\n";
  }

  private String text(Shown valid) {
    String text =
        environment.style().good("valid") + "\n" + valid.table(now).text(environment.style());
    return valid.unchecked().isEmpty()
        ? text
        : text + "unchecked: " + String.join(", ", valid.unchecked()) + "\n";
  }

  private static String json(Outcome.Refused<?> refused) {
    return Json.object()
            .put("valid", false)
            .put("reason", refused.reason().name())
            .put("detail", refused.detail())
            .text()
        + "\n";
  }

  private String text(Outcome.Refused<?> refused) {
    return environment.style().bad("refused") + ": " + refused.reason() + " (" + refused.detail()
        + ")\n";
  }
}
