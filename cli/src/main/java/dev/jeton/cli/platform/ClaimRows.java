package dev.jeton.cli.platform;

import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;

/** The members of a JWT's header or claims as rows; those of an object in it as {@code outer.inner}. */
public final class ClaimRows {
  private ClaimRows() {}

  /** Adds a row for each member. */
  public static void add(Table table, JsonObject members) {
    members.members().forEach((name, value) -> add(table, VisibleText.of(name), value));
  }

  /** A value as it is shown: texts without quotes, all else as JSON. */
  public static String text(JsonValue value) {
    return value instanceof JsonText text ? text.value() : value.toJson();
  }

  private static void add(Table table, String name, JsonValue value) {
    if (value instanceof JsonObject object && !object.members().isEmpty()) {
      object
          .members()
          .forEach((inner, member) -> add(table, name + "." + VisibleText.of(inner), member));
    } else {
      table.row(name, text(value));
    }
  }
}
