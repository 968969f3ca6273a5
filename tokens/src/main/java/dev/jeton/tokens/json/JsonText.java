package dev.jeton.tokens.json;

/** A string. It may be a secret, so {@link #toString} does not show it. */
public final class JsonText implements JsonValue {
  private final String value;
  private final boolean plain;

  /**
   * The text.
   *
   * @throws IllegalArgumentException if it holds half a surrogate pair, which has no UTF-8
   */
  public JsonText(String value) {
    this.value = value;
    this.plain = isPlain(value);
    if (!plain && !isWellFormed(value)) {
      throw new IllegalArgumentException("a text with half a surrogate pair cannot be written");
    }
  }

  /** The text. */
  public String value() {
    return value;
  }

  /** Whether it is written as it is: ASCII without anything to escape, as nearly all texts are. */
  boolean isPlain() {
    return plain;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x80 || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonText that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "JsonText[" + value.length() + " characters]";
  }
}
