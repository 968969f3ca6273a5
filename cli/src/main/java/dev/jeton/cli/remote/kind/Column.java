package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.TimeText;
import dev.jeton.tokens.json.JsonNothing;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonValue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param heading in capitals
 * @param cell of one thing as the server answered it
 */
public record Column(String heading, Function<JsonObject, String> cell) {

  /** A member: a text, a number, a list with commas; nothing where it has no value. */
  public static Column of(String heading, String member) {
    return new Column(heading, thing -> text(thing.get(member)));
  }

  /** Whole seconds as a span. */
  public static Column seconds(String heading, String member) {
    return new Column(
        heading,
        thing -> thing
            .number(member)
            .map(JsonNumber::wholeValue)
            .map(seconds -> seconds.isPresent() ? TimeText.span(seconds.getAsLong()) : "")
            .orElse(""));
  }

  /** A word where the member is true. */
  public static Column mark(String heading, String member, String word) {
    return new Column(heading, thing -> thing.truth(member).orElse(false) ? word : "");
  }

  /** The states of its living secrets, as {@code active, prepared}. */
  public static Column states(String heading, SecretWords secrets) {
    return new Column(
        heading,
        thing -> KeyLine.of(thing, secrets.segment()).stream()
            .filter(KeyLine::isLive)
            .map(KeyLine::summary)
            .collect(Collectors.joining(", ")));
  }

  private static String text(@Nullable JsonValue value) {
    return value == null || value instanceof JsonNothing ? "" : Shown.text(value);
  }
}
