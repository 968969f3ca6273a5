package dev.jeton.tokens.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Spells values as {@code JSON.stringify} does: compact, {@code /} and non-ASCII as they are, the
 * short escapes where there is one, else {@code \\u00xx} in lower case. Writes UTF-8 at once, since
 * that is what gets signed.
 */
final class JsonWriter {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** A character takes at most six bytes: {@code \\u001f}. */
  private static final int BYTES_PER_CHAR = 6;

  private byte[] out = new byte[512];
  private int length;

  JsonWriter write(JsonValue value) {
    if (value instanceof JsonText text) {
      if (text.isPlain()) {
        quotePlain(text.value());
      } else {
        quote(text.value());
      }
    } else if (value instanceof JsonNumber number) {
      ascii(number.toJson());
    } else if (value instanceof JsonTruth truth) {
      ascii(truth.value() ? "true" : "false");
    } else if (value instanceof JsonObject object) {
      object(object);
    } else if (value instanceof JsonItems items) {
      items(items);
    } else {
      ascii("null");
    }
    return this;
  }

  byte[] utf8() {
    return Arrays.copyOf(out, length);
  }

  private void object(JsonObject object) {
    char before = '{';
    for (int i = 0; i < object.size(); i++) {
      ascii(before);
      quote(object.name(i));
      ascii(':');
      write(object.value(i));
      before = ',';
    }
    ascii(before == '{' ? "{}" : "}");
  }

  private void items(JsonItems items) {
    char before = '[';
    for (JsonValue item : items.values()) {
      ascii(before);
      write(item);
      before = ',';
    }
    ascii(before == '[' ? "[]" : "]");
  }

  private void quotePlain(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    room(bytes.length + 2);
    out[length++] = '"';
    System.arraycopy(bytes, 0, out, length, bytes.length);
    length += bytes.length;
    out[length++] = '"';
  }

  private void quote(String text) {
    room(text.length() * BYTES_PER_CHAR + 2);
    byte[] target = out;
    int end = length;
    target[end++] = '"';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
        target[end++] = (byte) c;
      } else if (c < 0x80) {
        end = escape(c, target, end);
      } else if (c < 0x800) {
        target[end++] = (byte) (0xc0 | c >> 6);
        target[end++] = (byte) (0x80 | (c & 0x3f));
      } else if (Character.isHighSurrogate(c)) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        target[end++] = (byte) (0xf0 | point >> 18);
        target[end++] = (byte) (0x80 | (point >> 12 & 0x3f));
        target[end++] = (byte) (0x80 | (point >> 6 & 0x3f));
        target[end++] = (byte) (0x80 | (point & 0x3f));
      } else {
        target[end++] = (byte) (0xe0 | c >> 12);
        target[end++] = (byte) (0x80 | (c >> 6 & 0x3f));
        target[end++] = (byte) (0x80 | (c & 0x3f));
      }
    }
    target[end++] = '"';
    length = end;
  }

  private static int escape(char c, byte[] target, int offset) {
    int end = offset;
    target[end++] = '\\';
    byte letter =
        switch (c) {
          case '"', '\\' -> (byte) c;
          case '\b' -> 'b';
          case '\f' -> 'f';
          case '\n' -> 'n';
          case '\r' -> 'r';
          case '\t' -> 't';
          default -> 'u';
        };
    target[end++] = letter;
    if (letter == 'u') {
      target[end++] = '0';
      target[end++] = '0';
      target[end++] = HEX[c >> 4];
      target[end++] = HEX[c & 15];
    }
    return end;
  }

  private void ascii(char c) {
    room(1);
    out[length++] = (byte) c;
  }

  private void ascii(String text) {
    room(text.length());
    for (int i = 0; i < text.length(); i++) {
      out[length++] = (byte) text.charAt(i);
    }
  }

  private void room(int more) {
    if (out.length - length < more) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, length + more));
    }
  }
}
