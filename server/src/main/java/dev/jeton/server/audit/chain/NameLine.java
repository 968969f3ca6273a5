package dev.jeton.server.audit.chain;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file of names: {@code {"hash":"...","text":"..."}}.
 *
 * @param hash as it stands in rows
 * @param text in the form in which it stands in the file, with its escapes
 */
record NameLine(String hash, String text) {
  private static final String HASH = "{\"hash\":\"";
  private static final String TEXT = "\",\"text\":\"";
  private static final String END = "\"}";
  private static final int DIGITS = 2 * KeyedHash.BYTES;
  private static final int TEXT_AT = HASH.length() + DIGITS + TEXT.length();

  static void write(LineBytes out, byte[] hash, String text) {
    out.ascii(HASH);
    out.hex(hash, KeyedHash.BYTES);
    out.ascii("\",\"text\":");
    out.quoted(text);
    out.ascii("}\n");
  }

  /** Reads a line without its end; null when it has another form. */
  static @Nullable NameLine read(String line) {
    boolean fits = line.length() >= TEXT_AT + END.length()
        && line.startsWith(HASH)
        && line.startsWith(TEXT, HASH.length() + DIGITS)
        && line.endsWith(END);
    return fits
        ? new NameLine(
            line.substring(HASH.length(), HASH.length() + DIGITS),
            line.substring(TEXT_AT, line.length() - END.length()))
        : null;
  }

  /** How a text stands in a file, without its quotes. */
  static String escaped(String text) {
    LineBytes bytes = new LineBytes();
    bytes.quoted(text);
    return new String(bytes.array(), 1, bytes.length() - 2, StandardCharsets.UTF_8);
  }

  /** The text without escapes. */
  String clear() {
    StringBuilder clear = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 5 < text.length() && text.charAt(i + 1) == 'u') {
        clear.append((char) Integer.parseInt(text, i + 2, i + 6, 16));
        i += 5;
      } else if (c == '\\' && i + 1 < text.length()) {
        clear.append(text.charAt(++i));
      } else {
        clear.append(c);
      }
    }
    return clear.toString();
  }
}
