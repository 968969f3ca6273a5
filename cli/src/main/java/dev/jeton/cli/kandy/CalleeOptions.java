package dev.jeton.cli.kandy;

import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What calls a callee takes. Lists replace those that were there. */
final class CalleeOptions implements SpecOptions {
  @Option(
      names = "--call-me",
      negatable = true,
      description = "Whether it takes anonymous calls, with tokens or without. Default on.")
  private @Nullable Boolean callMe;

  @Option(
      names = "--unrestricted",
      negatable = true,
      description = "Whether it takes calls without tokens; anybody can flood it then.")
  private @Nullable Boolean unrestricted;

  @Option(
      names = "--realm",
      paramLabel = "R",
      description = "The realm whose tokens alone may call it.")
  private @Nullable String realm;

  @Option(
      names = "--block-caller",
      paramLabel = "NAME",
      description = "Who may not call it: a name or a pattern. May be given again.")
  private @Nullable List<String> callers;

  @Option(
      names = "--block-network",
      paramLabel = "NETWORK",
      description = "From where nobody may call it, such as 198.51.100.0/24. May be given again.")
  private @Nullable List<String> networks;

  @Option(names = "--description", paramLabel = "TEXT", description = "For people.")
  private @Nullable String description;

  @Override
  public void write(Members members) {
    members
        .truth("callMe", callMe)
        .truth("unrestricted", unrestricted)
        .text("realm", realm)
        .texts("blockedCallers", callers)
        .texts("blockedNetworks", networks)
        .text("description", description);
  }

  @Override
  public String heading() {
    return "Calls";
  }
}
