package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.Grid;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code list}. */
@Command(name = "list")
final class ListCommand extends KindCommand {
  @Mixin
  private Which which = new Which();

  /** How much of the list. */
  static final class Which implements OptionGroup {
    @Option(names = "--search", paramLabel = "TEXT", description = "Only those with this in them.")
    private @Nullable String search;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default all.")
    private long limit = Long.MAX_VALUE;

    @Override
    public String heading() {
      return "Which";
    }
  }

  ListCommand(RemoteKind kind, Environment environment) {
    super(kind, environment);
  }

  @Override
  protected void run(Server server) {
    if (which.limit < 1) {
      throw new UsageException("--limit: at least 1");
    }
    Pages pages = new Pages(server, kind().path(), which.search, which.limit);
    Pages.Found found = pages.read(environment());
    if (json()) {
      print(JsonObject.builder()
          .put("items", new JsonItems(List.copyOf(found.items())))
          .put("total", found.total())
          .build());
      return;
    }
    if (!found.items().isEmpty()) {
      environment().out().print(grid(found.items()).text(environment().style()));
    }
    environment().err().println(found.items().size() + " of " + found.total());
  }

  private Grid grid(List<JsonObject> items) {
    Grid grid = new Grid(kind().columns().stream().map(Column::heading).toList());
    for (JsonObject thing : items) {
      grid.row(
          kind().columns().stream().map(column -> column.cell().apply(thing)).toList());
    }
    return grid;
  }
}
