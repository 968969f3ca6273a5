package dev.jeton.server.http;

/** Half a surrogate pair has no UTF-8 form, so it could not go into a token as it was sent. */
final class WellFormed {
  private WellFormed() {}

  static boolean isText(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
