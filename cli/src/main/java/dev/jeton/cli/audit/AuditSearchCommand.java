package dev.jeton.cli.audit;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.Grid;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jeton audit search}. */
@Command(
    name = "search",
    description = {
      "Search the audit of all servers in the store of a running one, the newest rows first.",
      "A row is there some seconds after it was written."
    },
    customSynopsis = "jeton audit search [--since TIME] [--person TEXT|-] [OPTIONS]",
    footer = {
      "",
      "Examples",
      "  jeton audit search --outcome refused --since 2026-11-01",
      "  jeton audit search --person alice@example.com"
    })
final class AuditSearchCommand extends RemoteCommand {
  private static final long LARGEST_PAGE = 200;

  @Mixin
  private AuditFilter filter = new AuditFilter();

  @Option(names = "--limit", paramLabel = "50", description = "Rows at most. Default 50.")
  private long limit = 50;

  AuditSearchCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    if (limit < 1) {
      throw new UsageException("--limit: at least 1");
    }
    List<JsonObject> rows = new ArrayList<>();
    JsonObject asked = filter.body(environment()).build();
    AuditPages pages = new AuditPages(server, "/search", "items", () -> {
      JsonObject.Builder body = JsonObject.builder();
      asked.members().forEach(body::put);
      return body.put("limit", Math.min(LARGEST_PAGE, limit - rows.size()));
    });
    while (pages.hasNext() && rows.size() < limit) {
      pages.next().stream()
          .filter(JsonObject.class::isInstance)
          .map(JsonObject.class::cast)
          .forEach(rows::add);
    }
    if (json()) {
      Json json = Json.object().putObjects("items", rows.stream().map(Json::of).toList());
      environment().out().println(json.text());
    } else if (rows.isEmpty()) {
      say("no such rows");
    } else {
      environment().out().print(table(rows).text(environment().style()));
    }
  }

  private static Grid table(List<JsonObject> rows) {
    Grid grid = new Grid(List.of("TIME", "EVENT", "OUTCOME", "CODE", "CALLER", "PEOPLE"));
    for (JsonObject row : rows) {
      grid.row(List.of(
          text(row, "at"),
          text(row, "event"),
          text(row, "outcome"),
          text(row, "code"),
          text(row, "caller"),
          row.object("names").map(AuditSearchCommand::texts).orElse("")));
    }
    return grid;
  }

  private static String text(JsonObject row, String name) {
    return row.text(name).orElse("");
  }

  private static String texts(JsonObject names) {
    return names.members().values().stream()
        .filter(JsonText.class::isInstance)
        .map(name -> ((JsonText) name).value())
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
