package dev.jeton.cli.importing;

import dev.jeton.cli.apply.Difference;
import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.Grid;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import java.util.List;

/** What an import came to or would come to, as the server answered it. */
final class ImportReport {
  private static final int LONGEST = 400;

  private final Difference difference;
  private final List<JsonObject> refused;
  private final List<String> remarks;

  ImportReport(JsonObject answer) {
    this.difference = new Difference(answer);
    this.refused = values(answer, "refused").stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList();
    this.remarks = values(answer, "remarks").stream()
        .filter(JsonText.class::isInstance)
        .map(text -> ((JsonText) text).value())
        .toList();
  }

  void print(Environment environment) {
    difference.print(environment);
    if (!refused.isEmpty()) {
      environment.out().println(environment.style().bad("refused") + ": " + refused.size());
      Grid grid = new Grid(List.of("KIND", "NAME", "CODE"));
      refused.forEach(
          one -> grid.row(List.of(word(one, "kind"), word(one, "name"), word(one, "code"))));
      environment.out().print(grid.text(environment.style()));
      refused.stream()
          .map(one -> word(one, "detail"))
          .distinct()
          .forEach(detail -> environment.out().println("  " + VisibleText.of(detail, LONGEST)));
    }
    remarks.forEach(
        remark -> environment.out().println("note: " + VisibleText.of(remark, LONGEST)));
  }

  /** Only what came of it: the rest was shown before. */
  void printDone(Environment environment) {
    difference.printSummary(environment);
    environment
        .err()
        .println(
            "the source still has its secrets in clear: delete it, or keep it where nobody else"
                + " can read it");
  }

  /** Whether all is as the source has it already. */
  boolean isEmpty() {
    return changes() == 0;
  }

  long changes() {
    return difference.changing();
  }

  int refused() {
    return refused.size();
  }

  private static List<JsonValue> values(JsonObject answer, String member) {
    return answer.items(member).map(JsonItems::values).orElse(List.of());
  }

  private static String word(JsonObject object, String member) {
    return object.text(member).orElse("");
  }
}
