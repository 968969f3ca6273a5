package dev.jeton.cli.audit;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.ProgressBar;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.cli.remote.ProblemException;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jeton audit export}. */
@Command(
    name = "export",
    description = {
      "Print the audit of all servers, from the store of a running one: one JSON object on each",
      "line, the oldest first. Each is the line of the file with node and names added at its end.",
      "An export leaves a row itself. One that broke off goes on with --after; give it the same",
      "filter."
    },
    customSynopsis = "jeton audit export [--since TIME] [--person TEXT|-] [OPTIONS]",
    footer = {
      "",
      "Examples",
      "  jeton audit export --since 2026-11-01 > november.jsonl",
      "  jeton audit export --person alice@example.com > alice.jsonl",
      "  tail -n 1 november.jsonl | jeton audit export --since 2026-11-01 --after - >> november.jsonl"
    })
final class AuditExportCommand extends RemoteCommand {
  @Mixin
  private AuditFilter filter = new AuditFilter();

  @Option(names = "--without-names", description = "Leave out the clear texts of people.")
  private boolean withoutNames;

  @Option(
      names = "--after",
      paramLabel = "PLACE|-",
      description =
          "Go on behind this place, which an export that broke off named; - reads the last"
              + " line of that export from standard input.")
  private @Nullable String after;

  AuditExportCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    JsonObject asked = filter.body(environment()).put("names", !withoutNames).build();
    AuditPages pages = new AuditPages(
        server,
        "/export",
        "lines",
        () -> {
          JsonObject.Builder body = JsonObject.builder();
          asked.members().forEach(body::put);
          return body;
        },
        after == null ? null : ExportPlace.of(after, environment()));
    try {
      export(pages);
    } catch (ProblemException | FaultException e) {
      if (pages.place() != null) {
        environment()
            .err()
            .println("the export broke off; go on with --after " + VisibleText.of(pages.place()));
      }
      throw e;
    }
  }

  private void export(AuditPages pages) {
    long rows = 0;
    try (ProgressBar bar = ProgressBar.ofCount(environment(), "exporting", "rows")) {
      // Nothing more is asked for when nobody reads it, as after a pipe into head.
      while (pages.hasNext() && !environment().out().checkError()) {
        for (JsonValue line : pages.next()) {
          if (line instanceof JsonText text) {
            environment().out().println(text.value());
            rows++;
          }
        }
        bar.show(rows, -1);
      }
    }
    environment().out().flush();
  }
}
