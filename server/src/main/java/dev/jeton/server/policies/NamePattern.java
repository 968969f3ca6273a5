package dev.jeton.server.policies;

import java.util.Locale;

/** A name, or a pattern of names whose {@code *} stands for any run of characters. */
record NamePattern(String text) {
  private static final int LONGEST = 128;
  private static final char STAR = '*';

  static boolean isOne(String text) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && text.length() <= LONGEST
        && text.chars().noneMatch(Character::isISOControl);
  }

  /** Letter case does not count, as nowhere in names. */
  boolean matches(String name) {
    return matches(folded(text), folded(name));
  }

  /** The pieces between the stars, each found as early as it can be, the last one at the end. */
  private static boolean matches(String pattern, String name) {
    int first = pattern.indexOf(STAR);
    if (first < 0) {
      return pattern.equals(name);
    }
    String last = pattern.substring(pattern.lastIndexOf(STAR) + 1);
    int end = name.length() - last.length();
    if (end < first || !name.startsWith(pattern.substring(0, first)) || !name.endsWith(last)) {
      return false;
    }
    int from = first;
    int star = first;
    for (int next = pattern.indexOf(STAR, star + 1); next >= 0; ) {
      String piece = pattern.substring(star + 1, next);
      int found = name.indexOf(piece, from);
      if (found < 0 || found + piece.length() > end) {
        return false;
      }
      from = found + piece.length();
      star = next;
      next = pattern.indexOf(STAR, star + 1);
    }
    return true;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
