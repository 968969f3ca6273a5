package dev.jeton.cli.apply;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import java.util.List;

/** Secrets that stand in a file of resources themselves, as the server found them. */
final class PlainSecrets {
  private PlainSecrets() {}

  /** Warns of each by its place; what stands there is not repeated. */
  static void warn(Environment environment, JsonObject answer) {
    answer.items("plainSecrets").map(JsonItems::values).orElse(List.of()).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .forEach(one -> environment.warn(word(one, "kind") + " " + word(one, "name")
            + ": its " + word(one, "member")
            + " stands in the file, where whoever reads the file reads it; put ${env:NAME} or"
            + " ${file:path} in its place, and rotate it if others may have read it"));
  }

  private static String word(JsonObject one, String member) {
    return VisibleText.of(one.text(member).orElse("?"));
  }
}
