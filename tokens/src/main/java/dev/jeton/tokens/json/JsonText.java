package dev.jeton.tokens.json;

/** A string. It may be a secret, so {@link #toString} does not show it. */
public record JsonText(String value) implements JsonValue {

  /**
   * @throws IllegalArgumentException if it holds half a surrogate pair, which has no UTF-8
   */
  public JsonText {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("a text with half a surrogate pair cannot be written");
    }
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
  public String toString() {
    return "JsonText[" + value.length() + " characters]";
  }
}
