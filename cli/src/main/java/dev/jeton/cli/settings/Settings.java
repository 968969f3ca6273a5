package dev.jeton.cli.settings;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.Grid;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNothing;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings as a server lists them. */
record Settings(List<JsonObject> items) {

  static Settings read(Server server) {
    return of(server.ask(Ask.get(SettingsCommands.PATH)).body());
  }

  static Settings of(JsonObject answer) {
    return new Settings(answer.items("items").map(JsonItems::values).orElse(List.of()).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList());
  }

  JsonObject named(String name) {
    return items.stream()
        .filter(item -> item.text("name").filter(name::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> new UsageException(
            "there is no such setting; jeton settings list names those that there are"));
  }

  void print(Environment environment) {
    Grid grid = new Grid(List.of("NAME", "VALUE", "DEFAULT", "MANAGED BY", "MEANING"));
    for (JsonObject item : items) {
      grid.row(List.of(
          text(item.get("name")),
          text(item.get("value")),
          text(item.get("default")),
          text(item.get("managedBy")),
          text(item.get("meaning"))));
    }
    environment.out().print(grid.text(environment.style()));
  }

  static String text(@Nullable JsonValue value) {
    if (value == null || value instanceof JsonNothing) {
      return "";
    }
    return value instanceof JsonText text ? text.value() : value.toJson();
  }
}
