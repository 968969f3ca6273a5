package dev.jeton.cli.console;

import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import java.time.Instant;
import java.util.Collection;

/**
 * One JSON object on one line. Written by hand: the command line writes a handful of flat objects
 * and reads none, and a JSON library would cost more start time than all of the rest.
 */
public final class Json {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder members = new StringBuilder();

  private Json() {}

  public static Json object() {
    return new Json();
  }

  /** An object that was read. */
  public static Json of(JsonObject object) {
    Json json = new Json();
    object.members().forEach(json::put);
    return json;
  }

  public Json put(String name, String value) {
    quote(name(name), value);
    return this;
  }

  public Json put(String name, long value) {
    name(name).append(value);
    return this;
  }

  public Json put(String name, boolean value) {
    name(name).append(value);
    return this;
  }

  /** RFC 3339 in UTC. */
  public Json put(String name, Instant value) {
    return put(name, value.toString());
  }

  public Json put(String name, Json value) {
    name(name).append(value.text());
    return this;
  }

  /** A value that was read, whole. */
  public Json put(String name, JsonValue value) {
    append(name(name), value);
    return this;
  }

  /** A list of objects. */
  public Json putObjects(String name, Collection<Json> values) {
    StringBuilder out = name(name).append('[');
    String separator = "";
    for (Json value : values) {
      out.append(separator).append(value.text());
      separator = ",";
    }
    out.append(']');
    return this;
  }

  /** A list of texts. */
  public Json putTexts(String name, Collection<String> values) {
    StringBuilder out = name(name).append('[');
    String separator = "";
    for (String value : values) {
      quote(out.append(separator), value);
      separator = ",";
    }
    out.append(']');
    return this;
  }

  /** The object's text. */
  public String text() {
    return "{" + members + "}";
  }

  private static void append(StringBuilder out, JsonValue value) {
    if (value instanceof JsonText text) {
      quote(out, text.value());
    } else if (value instanceof JsonObject object) {
      out.append(Json.of(object).text());
    } else if (value instanceof JsonItems items) {
      String separator = "[";
      for (JsonValue item : items.values()) {
        append(out.append(separator), item);
        separator = ",";
      }
      out.append(items.values().isEmpty() ? "[]" : "]");
    } else {
      out.append(value.toJson());
    }
  }

  private StringBuilder name(String name) {
    if (!members.isEmpty()) {
      members.append(',');
    }
    quote(members, name);
    return members.append(':');
  }

  /** Escapes more than RFC 8259 asks for: a terminal may show it as it is. */
  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == '"' || c == '\\') {
        out.append('\\').append((char) c);
      } else if (VisibleText.prints(c)) {
        out.appendCodePoint(c);
      } else {
        for (char unit : Character.toChars(c)) {
          escape(out, unit);
        }
      }
    }
    out.append('"');
  }

  private static void escape(StringBuilder out, char unit) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX[unit >> shift & 0xf]);
    }
  }
}
