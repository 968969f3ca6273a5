package dev.jeton.tokens.hub;

/** What a token is for, as this library writes it. */
final class Audience {
  static final int MAX_LENGTH = 255;

  static final String RULE = "an audience is 1.." + MAX_LENGTH + " visible ASCII characters";

  private Audience() {}

  static boolean isOne(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_LENGTH
        && text.chars().allMatch(c -> c > ' ' && c <= '~');
  }
}
