package dev.jeton.tokens.json;

import java.nio.charset.StandardCharsets;

/**
 * A value of RFC 8259. All are immutable, and whatever can be built can be written and read again:
 * the limits of {@link JsonObject} hold for both.
 */
public sealed interface JsonValue
    permits JsonText, JsonNumber, JsonTruth, JsonNothing, JsonItems, JsonObject {

  /** How many objects and lists are nested in it, itself counted; 0 for a plain value. */
  default int depth() {
    return 0;
  }

  /** Compact, and as {@code JSON.stringify} spells it. */
  default String toJson() {
    return new String(new JsonWriter().write(this).utf8(), StandardCharsets.UTF_8);
  }
}
