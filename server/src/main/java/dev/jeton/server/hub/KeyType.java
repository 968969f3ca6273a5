package dev.jeton.server.hub;

import java.util.Locale;

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
}
