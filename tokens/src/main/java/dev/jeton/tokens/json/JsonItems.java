package dev.jeton.tokens.json;

import java.util.List;

/** A list, called an array in RFC 8259. */
public record JsonItems(List<JsonValue> values) implements JsonValue {

  /**
   * @throws IllegalArgumentException if it nests deeper than {@value JsonObject#MAX_DEPTH}
   */
  public JsonItems {
    values = List.copyOf(values);
    JsonObject.checkDepth(depthOver(values));
  }

  /** A list of texts. */
  public static JsonItems ofTexts(List<String> texts) {
    return new JsonItems(texts.stream().<JsonValue>map(JsonText::new).toList());
  }

  @Override
  public int depth() {
    return depthOver(values);
  }

  static int depthOver(Iterable<JsonValue> values) {
    int deepest = 0;
    for (JsonValue value : values) {
      deepest = Math.max(deepest, value.depth());
    }
    return deepest + 1;
  }
}
