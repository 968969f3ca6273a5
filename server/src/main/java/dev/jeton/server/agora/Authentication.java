package dev.jeton.server.agora;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How users of a project prove that they may join, as the Agora console has it. */
public enum Authentication {
  /** With a token, and never without. */
  TOKEN("token", "secure"),
  /** The App ID is enough; whoever brings a token has it checked. */
  APP_ID("app-id", "testing"),
  /** Both while the clients are changed over from one to the other. */
  APP_ID_OR_TOKEN("app-id-or-token", "app-id-or-token");

  private final String word;
  private final String alias;

  Authentication(String word, String alias) {
    this.word = word;
    this.alias = alias;
  }

  /** The one with that word, or with the word that the console has for it. */
  public static Optional<Authentication> of(String word) {
    String folded = word.toLowerCase(Locale.ROOT);
    for (Authentication one : values()) {
      if (one.word.equals(folded) || one.alias.equals(folded)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** All words, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(Authentication::word).collect(Collectors.joining(", "));
  }

  /** The word in requests and answers. */
  public String word() {
    return word;
  }

  /** Whether somebody without a token may join. */
  public boolean letsInWithoutToken() {
    return this != TOKEN;
  }
}
