package dev.jeton.server.sunbird;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of token that exists for the sake of old gateways and clients. None is minted unless the
 * credential names the grant, for local callers neither.
 */
public enum Grant {
  /** The bare {@code {iss}} token, which works until the credential is gone. */
  NO_EXPIRY("no-expiry");

  private final String word;

  Grant(String word) {
    this.word = word;
  }

  /** All words, for messages. */
  static String words() {
    return Arrays.stream(values()).map(Grant::word).collect(Collectors.joining(", "));
  }

  static @Nullable Grant ofWord(String text) {
    return Arrays.stream(values())
        .filter(grant -> grant.word.equals(text))
        .findFirst()
        .orElse(null);
  }

  /** The word in settings and messages. */
  public String word() {
    return word;
  }
}
