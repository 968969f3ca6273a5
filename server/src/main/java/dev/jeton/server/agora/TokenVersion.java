package dev.jeton.server.agora;

import java.util.Arrays;
import java.util.Optional;

/** Which of Agora's formats a project mints. */
public enum TokenVersion {
  V007("007"),
  V006("006");

  private final String text;

  TokenVersion(String text) {
    this.text = text;
  }

  /** The one with that text. */
  public static Optional<TokenVersion> of(String text) {
    return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
  }

  /** All texts, for messages. */
  public static String words() {
    return "007 or 006";
  }

  /** The first three characters of its tokens. */
  public String text() {
    return text;
  }
}
