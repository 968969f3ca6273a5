package dev.jeton.cli.console;

/**
 * Text from a token as it may be shown. Whoever made the token chose that text: an escape sequence
 * in it could repaint the terminal, a direction mark could turn a name around. So all that does not
 * simply print is shown escaped, and the length is bounded.
 */
public final class VisibleText {
  /** The longest text that is shown whole. */
  static final int MAX_CHARACTERS = 100;

  private VisibleText() {}

  /** On one line, escaped, cut after {@value #MAX_CHARACTERS} characters. */
  public static String of(String text) {
    return of(text, MAX_CHARACTERS);
  }

  /** On one line, escaped, cut after so many characters. */
  public static String of(String text, int most) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), most) + 16);
    int characters = 0;
    int at = 0;
    while (at < text.length() && characters < most) {
      int c = text.codePointAt(at);
      append(shown, c);
      at += Character.charCount(c);
      characters++;
    }
    if (at < text.length()) {
      shown.append("... (").append(text.codePointCount(0, text.length())).append(" characters)");
    }
    return shown.toString();
  }

  /** Whether it shows as it is, on one line. */
  public static boolean isPlain(String text) {
    return text.codePoints().allMatch(VisibleText::prints);
  }

  private static void append(StringBuilder shown, int c) {
    if (c == '\\') {
      shown.append("\\\\");
    } else if (prints(c)) {
      shown.appendCodePoint(c);
    } else {
      shown.append("\\u{").append(Integer.toHexString(c)).append('}');
    }
  }

  /** Whether a character shows as itself and changes nothing around it. */
  static boolean prints(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK -> false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
