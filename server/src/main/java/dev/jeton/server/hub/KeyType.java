package dev.jeton.server.hub;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For whom an API key speaks. */
public enum KeyType {
  /** For the users of an app, each of whom brings a token. */
  USER_GROUP,
  /** For the account itself. */
  ACCOUNT;

  /** Its word in requests and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<KeyType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }
}
