package dev.jeton.tokens.kandy;

/**
 * A name in its two parts. Letter case counts in the user part and not in the domain, ASCII letters
 * alone: folding more would make two domains one. Equal ones are the same address.
 *
 * @param user with the {@code @} behind it, where there is one
 * @param domain empty for a display name
 */
public record Address(String user, String domain) {
  /** Split at the last {@code @}; a display name has an empty domain. */
  public static Address of(String name) {
    int at = name.lastIndexOf('@');
    return at < 0
        ? new Address(name, "")
        : new Address(name.substring(0, at + 1), lowerCase(name.substring(at + 1)));
  }

  private static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return lower.toString();
  }
}
