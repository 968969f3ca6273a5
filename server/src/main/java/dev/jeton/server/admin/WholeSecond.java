package dev.jeton.server.admin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Times as documents have them, {@code 2026-11-21T12:00:00Z}. {@link Instant#parse} makes a parser
 * anew for each text, which is felt at a start with thousands of documents.
 */
final class WholeSecond {
  private static final String FORM = "0000-00-00T00:00:00Z";

  private WholeSecond() {}

  /** Of other forms, which nothing here writes, as {@link Instant#parse} reads them. */
  static Instant parse(String text) {
    return isUsual(text)
        ? LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19))
            .toInstant(ZoneOffset.UTC)
        : Instant.parse(text);
  }

  private static boolean isUsual(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char c = text.charAt(i);
      if (FORM.charAt(i) == '0' ? c < '0' || c > '9' : c != FORM.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int end) {
    return Integer.parseInt(text, from, end, 10);
  }
}
