package dev.jeton.server.policies;

import java.util.Arrays;
import java.util.Locale;

/** What a request says in one text, in words that every platform fills in the same way. */
public enum Word {
  PLATFORM,
  /** What of the platform is asked for: {@code rtc}, {@code call}. */
  KIND,
  /** The name of the project, realm, issuer or credential. */
  PROJECT,
  CHANNEL,
  /** For whom the token is. */
  USER,
  /** Whom or what it reaches: a callee, a URL. */
  TO,
  FROM,
  ACCOUNT,
  /** What its bearer may do there: {@code publisher}, {@code GET}. */
  ROLE;

  /** {@code project}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String[] words() {
    return Arrays.stream(values()).map(Word::word).toArray(String[]::new);
  }
}
