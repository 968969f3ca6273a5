package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.Grid;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeText;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNothing;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** One thing for people. */
final class Shown {
  private final RemoteKind kind;
  private final Environment environment;

  Shown(RemoteKind kind, Environment environment) {
    this.kind = kind;
    this.environment = environment;
  }

  /** Its members, then its secrets by their states, then what the server warns of. */
  void print(JsonObject thing) {
    Table table = new Table();
    thing.members().forEach((name, value) -> add(table, name, value));
    environment.out().print(table.text(environment.style()));
    kind.secrets().ifPresent(secrets -> printKeys(KeyLine.of(thing, secrets.segment())));
    thing
        .items("warnings")
        .map(JsonItems::values)
        .orElse(List.of())
        .forEach(warning -> environment.warn(VisibleText.of(text(warning), 500)));
  }

  /** The secrets of a thing as a list. */
  void printKeys(List<KeyLine> keys) {
    if (keys.isEmpty()) {
      return;
    }
    boolean used = keys.stream().anyMatch(key -> !key.lastUsed().isEmpty());
    List<String> headings = List.of("KEY", "STATE", "CREATED", "ENDS", "LABEL", "LAST USED");
    Grid grid = new Grid(headings.subList(0, used ? 6 : 5));
    keys.forEach(key -> grid.row(
        List.of(key.id(), key.summary(), key.created(), key.ends(), key.label(), key.lastUsed())
            .subList(0, used ? 6 : 5)));
    environment.out().print(grid.text(environment.style()));
  }

  /** Texts without quotes, lists with commas, all else as JSON. */
  static String text(JsonValue value) {
    if (value instanceof JsonText text) {
      return text.value();
    }
    return value instanceof JsonItems items
        ? items.values().stream().map(Shown::text).collect(Collectors.joining(", "))
        : value.toJson();
  }

  private void add(Table table, String name, JsonValue value) {
    if (value instanceof JsonNothing || name.equals("warnings") || isSecret(name)) {
      return;
    }
    String label = VisibleText.of(name);
    if (value instanceof JsonObject object) {
      object.members().forEach((inner, member) -> add(table, name + "." + inner, member));
    } else if (name.endsWith("At") && value instanceof JsonText text) {
      table.row(label, time(text.value()));
    } else if (name.endsWith("Seconds") && value instanceof JsonNumber number) {
      table.row(label, seconds(number));
    } else {
      table.row(label, text(value));
    }
  }

  /** The secret itself goes to {@link ShownOnce} alone, its history under a heading of its own. */
  private boolean isSecret(String name) {
    return kind.secrets()
        .filter(secrets -> name.equals(secrets.member()) || name.equals(secrets.segment()))
        .isPresent();
  }

  private String time(String text) {
    try {
      return TimeText.issued(Instant.parse(text), environment.clock().instant());
    } catch (DateTimeException e) {
      return text;
    }
  }

  private static String seconds(JsonNumber number) {
    return number.wholeValue().isPresent()
        ? number.toJson() + " (" + TimeText.span(number.wholeValue().getAsLong()) + ")"
        : number.toJson();
  }
}
