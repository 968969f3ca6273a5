package dev.jeton.tokens.agora;

/** The form of App IDs and App Certificates: 32 hex digits in either case. */
final class Hex32 {
  static final int LENGTH = 32;

  private Hex32() {}

  static boolean matches(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (!isHex(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isHex(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** What is wrong with it, without repeating it: it may be a secret in the wrong place. */
  static String describe(String text) {
    return text.length() != LENGTH
        ? text.length() + " characters"
        : "32 characters with others than 0-9, a-f, A-F";
  }
}
