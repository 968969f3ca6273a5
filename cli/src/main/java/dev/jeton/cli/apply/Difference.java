package dev.jeton.cli.apply;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.Grid;
import dev.jeton.cli.console.Style;
import dev.jeton.cli.remote.ShownOnce;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What differs between a source and the server, as the server answered it. */
public final class Difference {
  private static final Map<String, String> SIGNS =
      Map.of("create", "+", "change", "~", "rotate", "~", "unchanged", "=");

  private final List<JsonObject> changes;
  private final boolean applied;

  public Difference(JsonObject answer) {
    this.changes = answer.items("changes").map(JsonItems::values).orElse(List.of()).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList();
    this.applied = answer.truth("applied").orElse(false);
  }

  /** As a table, and whether it is done; new secrets are shown this once. */
  public void print(Environment environment) {
    if (!changes.isEmpty()) {
      environment.out().print(table().text(environment.style()));
    }
    printSummary(environment);
    for (JsonObject change : changes) {
      change
          .text("secretMember")
          .flatMap(change::text)
          .ifPresent(secret -> ShownOnce.print(
              environment,
              "the secret of " + word(change, "kind") + " " + word(change, "name"),
              secret));
    }
  }

  /** How many of each sort, and whether it is done. */
  public void printSummary(Environment environment) {
    Style style = environment.style();
    environment.out().println(style.good(applied ? "applied" : "not applied") + ": " + summary());
  }

  /** How many things are not as they should be. */
  public long changing() {
    return changes.stream()
        .filter(change -> !word(change, "act").equals("unchanged"))
        .count();
  }

  private Grid table() {
    Grid grid = new Grid(List.of("ACT", "KIND", "NAME", "MEMBERS"));
    for (JsonObject change : changes) {
      String act = word(change, "act");
      grid.row(List.of(
          SIGNS.getOrDefault(act, "?") + " " + act,
          word(change, "kind"),
          word(change, "name"),
          members(change)));
    }
    return grid;
  }

  private String summary() {
    return List.of("create", "change", "rotate", "unchanged").stream()
        .map(act ->
            changes.stream().filter(change -> word(change, "act").equals(act)).count() + " " + act)
        .collect(Collectors.joining(", "));
  }

  private static String members(JsonObject change) {
    return change.items("members").map(JsonItems::values).orElse(List.of()).stream()
        .filter(JsonText.class::isInstance)
        .map(member -> ((JsonText) member).value())
        .collect(Collectors.joining(", "));
  }

  private static String word(JsonObject change, String member) {
    return change.text(member).orElse("");
  }
}
