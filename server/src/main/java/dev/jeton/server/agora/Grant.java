package dev.jeton.server.agora;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A kind of token that reaches beyond one user in one channel. None is minted unless the project
 * names the grant, for local callers neither.
 */
public enum Grant {
  /** Tokens that any user may use: uid 0, account {@code *}. */
  ANY_USER("any-user"),
  /** Tokens for more than one channel: an empty name or one with {@code *}. */
  ANY_CHANNEL("any-channel"),
  /** Tokens that speak for the whole app: Chat and APaaS administration. */
  APP_TOKEN("app-token");

  private final String word;

  Grant(String word) {
    this.word = word;
  }

  /** The one with that word. */
  public static Optional<Grant> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  /** All words, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(Grant::word).collect(Collectors.joining(", "));
  }

  /** The word in settings and messages. */
  public String word() {
    return word;
  }
}
