package dev.jeton.cli.opendoor;

import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which door it is, for whom it is open, and what it gives. */
final class OpenDoorOptions implements SpecOptions {
  @Option(
      names = "--door",
      paramLabel = "DOOR",
      description = "Method and path of the door, such as 'GET /callparameters'. A wrong one is"
          + " answered with all that may be opened.")
  private @Nullable String door;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "Name or id of the policy that says what anybody may have there.")
  private @Nullable String policy;

  @Option(
      names = "--per-network",
      paramLabel = "N",
      description = "How many a minute may come from one address. Without it: 10.")
  private @Nullable Long perNetwork;

  @Option(
      names = "--in-total",
      paramLabel = "N",
      description = "How many a minute may come in all. Without it: 300.")
  private @Nullable Long inTotal;

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description =
          "A web origin whose pages may ask, such as https://www.example.com. May be given"
              + " again. Without one: any program may ask.")
  private @Nullable List<String> origins;

  @Option(
      names = "--guard",
      paramLabel = "WORD",
      description = "none, proof-of-work or captcha. Without it: none.")
  private @Nullable String guard;

  @Option(
      names = "--difficulty",
      paramLabel = "N",
      description = "How many numbers a browser tries at most with --guard proof-of-work. Without"
          + " it: 100000.")
  private @Nullable Long difficulty;

  @Option(
      names = "--enabled",
      negatable = true,
      description = "Whether it stands open; with --no-enabled it is closed.")
  private @Nullable Boolean enabled;

  @Option(names = "--description", paramLabel = "TEXT", description = "For people.")
  private @Nullable String description;

  @Override
  public void write(Members members) {
    members
        .text("door", door)
        .text("policy", policy)
        .number("perNetwork", perNetwork)
        .number("inTotal", inTotal)
        .texts("origins", origins)
        .text("guard", guard)
        .number("difficulty", difficulty)
        .truth("enabled", enabled)
        .text("description", description);
  }

  @Override
  public String heading() {
    return "Open door";
  }
}
