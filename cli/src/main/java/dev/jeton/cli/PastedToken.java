package dev.jeton.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A token as people copy it out of a header, a log or a program. */
final class PastedToken {
  private static final Pattern SCHEME =
      Pattern.compile("(?:Authorization: *)?Bearer +", Pattern.CASE_INSENSITIVE);
  private static final String QUOTES = "\"'`";

  private PastedToken() {}

  /** Without white space, quotes and {@code Bearer} around it. */
  static String bare(String text) {
    String bare = text.strip();
    if (bare.length() > 1
        && QUOTES.indexOf(bare.charAt(0)) >= 0
        && bare.charAt(bare.length() - 1) == bare.charAt(0)) {
      bare = bare.substring(1, bare.length() - 1).strip();
    }
    Matcher scheme = SCHEME.matcher(bare);
    return scheme.lookingAt() ? bare.substring(scheme.end()) : bare;
  }
}
