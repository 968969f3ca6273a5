package dev.jeton.tokens.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Spells values as {@code JSON.stringify} does: compact, {@code /} and non-ASCII as they are, the
 * short escapes where there is one, else {@code \\u00xx} in lower case.
 */
final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder(256);

  JsonWriter write(JsonValue value) {
    if (value instanceof JsonText text) {
      quote(text.value());
    } else if (value instanceof JsonNumber number) {
      out.append(number.toJson());
    } else if (value instanceof JsonTruth truth) {
      out.append(truth.value());
    } else if (value instanceof JsonObject object) {
      object(object);
    } else if (value instanceof JsonItems items) {
      items(items);
    } else {
      out.append("null");
    }
    return this;
  }

  String text() {
    return out.toString();
  }

  byte[] utf8() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void object(JsonObject object) {
    char before = '{';
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      out.append(before);
      quote(member.getKey());
      out.append(':');
      write(member.getValue());
      before = ',';
    }
    out.append(before == '{' ? "{}" : "}");
  }

  private void items(JsonItems items) {
    char before = '[';
    for (JsonValue item : items.values()) {
      out.append(before);
      write(item);
      before = ',';
    }
    out.append(before == '[' ? "[]" : "]");
  }

  private void quote(String text) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(text, written, i);
        written = i + 1;
        escape(c);
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  private void escape(char c) {
    out.append('\\');
    switch (c) {
      case '"', '\\' -> out.append(c);
      case '\b' -> out.append('b');
      case '\f' -> out.append('f');
      case '\n' -> out.append('n');
      case '\r' -> out.append('r');
      case '\t' -> out.append('t');
      default -> out.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
  }
}
