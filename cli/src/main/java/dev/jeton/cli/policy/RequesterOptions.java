package dev.jeton.cli.policy;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who would ask: a registered caller, or anybody with some policies. */
final class RequesterOptions implements OptionGroup {
  @Option(names = "--caller", paramLabel = "NAME", description = "A registered caller.")
  private @Nullable String caller;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "In place of a caller: a policy to try. May be given again; the first that"
          + " allows it wins.")
  private @Nullable List<String> policies;

  @Option(
      names = "--caller-name",
      paramLabel = "NAME",
      description = "What conditions see as caller.name. Without it: that of --caller, or test.")
  private @Nullable String name;

  @Option(
      names = "--caller-claims",
      paramLabel = "JSON",
      description = "What its proof says of it: '{\"sub\": \"alice\"}'.")
  private @Nullable String claims;

  @Option(
      names = "--caller-network",
      paramLabel = "ADDRESS",
      description = "From which address it asks.")
  private @Nullable String network;

  void addTo(JsonObject.Builder body) {
    if ((caller == null) == (policies == null)) {
      throw new UsageException("give either --caller NAME or --policy NAME");
    }
    if (caller != null) {
      body.put("caller", caller);
    }
    if (policies != null) {
      body.put("policies", JsonItems.ofTexts(policies));
    }
    JsonObject.Builder as = JsonObject.builder();
    if (name != null) {
      as.put("name", name);
    }
    if (network != null) {
      as.put("network", network);
    }
    if (claims != null) {
      as.put("claims", JsonOption.object("--caller-claims", claims));
    }
    if (name != null || network != null || claims != null) {
      body.put("as", as.build());
    }
  }

  @Override
  public String heading() {
    return "Who would ask";
  }
}
