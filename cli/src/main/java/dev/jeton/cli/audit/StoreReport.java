package dev.jeton.cli.audit;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.ProgressBar;
import dev.jeton.cli.console.Style;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a running server has found in the copy of the audit in its store.
 *
 * @param fault the answer that told of one; null when all holds
 */
record StoreReport(
    long rows, List<JsonObject> nodes, @Nullable JsonObject fault) {
  private static final String PATH = AuditPages.PATH + "/check";

  /** Lets the server read all of it, part by part. */
  static StoreReport of(Server server, Environment environment) {
    List<JsonObject> nodes = new ArrayList<>();
    long rows = 0;
    String after = null;
    try (ProgressBar bar = ProgressBar.ofCount(environment, "checking the store", "rows")) {
      do {
        JsonObject part = server
            .ask(Ask.get(after == null ? PATH : PATH + "?after=" + Ask.encoded(after)))
            .body();
        boolean intact =
            part.truth("intact").orElseThrow(() -> new FaultException("the server does not say"));
        rows += whole(part, "rows");
        part.items("nodes").map(JsonItems::values).orElse(List.of()).stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .forEach(nodes::add);
        if (!intact) {
          return new StoreReport(rows, nodes, part);
        }
        bar.show(rows, Math.max(rows, whole(part, "total")));
        after = part.text("next").orElse(null);
      } while (after != null);
    }
    return new StoreReport(rows, nodes, null);
  }

  boolean intact() {
    return fault == null;
  }

  String text(Style style) {
    Table table = new Table();
    if (fault != null) {
      for (String name : List.of("node", "expected", "found")) {
        table.row(name, fault.text(name).orElse(""));
      }
      table.row("seq", Long.toString(whole(fault, "seq")));
      return style.bad("store broken") + "\n" + table.text(style);
    }
    for (JsonObject node : nodes) {
      table.row(
          "node " + node.text("node").orElse(""),
          "seq " + whole(node, "firstSeq") + " to " + whole(node, "lastSeq") + ", head "
              + node.text("head").orElse("")
              + node.text("copiedAt").map(at -> ", last copied " + at).orElse(""));
    }
    return style.good("store intact") + "\n" + table.text(style);
  }

  Json json() {
    Json json = Json.object().put("intact", intact()).put("rows", rows);
    if (fault != null) {
      json.put("node", fault.text("node").orElse(""))
          .put("seq", whole(fault, "seq"))
          .put("expected", fault.text("expected").orElse(""))
          .put("found", fault.text("found").orElse(""));
    }
    return json.putObjects("nodes", nodes.stream().map(Json::of).toList());
  }

  private static long whole(JsonObject object, String name) {
    return object
        .number(name)
        .map(JsonNumber::wholeValue)
        .orElse(OptionalLong.empty())
        .orElse(0);
  }
}
