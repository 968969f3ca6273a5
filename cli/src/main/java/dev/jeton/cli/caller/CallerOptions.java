package dev.jeton.cli.caller;

import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a caller is, from where it comes and what it may. */
final class CallerOptions implements SpecOptions {
  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "Name or id of a policy that says what it may have minted. May be given again;"
          + " all that are given take the place of those before. Without one: nothing.")
  private @Nullable List<String> policies;

  @Option(
      names = "--network",
      paramLabel = "NETWORK",
      description = "From where its keys count, such as 10.0.0.0/8. May be given again. Without"
          + " one: from everywhere.")
  private @Nullable List<String> networks;

  @Option(
      names = "--keys-end-after",
      paramLabel = "DAYS",
      description = "How many days a key counts that is made from now on. Without it: no end.")
  private @Nullable Long days;

  @Option(
      names = "--enabled",
      negatable = true,
      description = "Whether its keys count; with --no-enabled none of them does.")
  private @Nullable Boolean enabled;

  @Option(names = "--description", paramLabel = "TEXT", description = "For people.")
  private @Nullable String description;

  @Override
  public void write(Members members) {
    members
        .texts("policies", policies)
        .texts("networks", networks)
        .number("keysEndAfterDays", days)
        .truth("enabled", enabled)
        .text("description", description);
  }

  @Override
  public String heading() {
    return "Caller";
  }
}
