package dev.jeton.cli.vault;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.Grid;
import dev.jeton.cli.console.Table;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import java.util.List;
import java.util.OptionalLong;

/** The keys of a vault as a server answers them. */
record Status(JsonObject answer) {

  void print(Environment environment) {
    environment
        .out()
        .print(new Table()
            .row("source", text(answer, "source"))
            .row("primary", text(answer, "primary"))
            .row("left", number(answer, "left"))
            .text(environment.style()));
    Grid masters = new Grid(List.of("MASTER KEY", "PRIMARY", "NEEDED BY"));
    for (JsonObject key : keys("masterKeys")) {
      masters.row(List.of(text(key, "id"), primary(key), number(key, "neededBy")));
    }
    Grid data = new Grid(List.of("DATA KEY", "PRIMARY", "SECRETS", "UNDER"));
    for (JsonObject key : keys("dataKeys")) {
      data.row(
          List.of(text(key, "id"), primary(key), number(key, "secrets"), text(key, "masterKey")));
    }
    environment.out().print(masters.text(environment.style()));
    environment.out().print(data.text(environment.style()));
  }

  /** A whole number of an answer; 0 where it has none. */
  static long whole(JsonObject object, String member) {
    return object
        .number(member)
        .map(JsonNumber::wholeValue)
        .orElse(OptionalLong.empty())
        .orElse(0);
  }

  private List<JsonObject> keys(String member) {
    return answer.items(member).map(JsonItems::values).orElse(List.of()).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList();
  }

  private static String text(JsonObject object, String member) {
    return object.text(member).orElse("");
  }

  private static String number(JsonObject object, String member) {
    return Long.toString(whole(object, member));
  }

  private static String primary(JsonObject key) {
    return key.truth("primary").orElse(false) ? "primary" : "";
  }
}
