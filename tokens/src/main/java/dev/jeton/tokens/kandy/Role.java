package dev.jeton.tokens.kandy;

import java.util.Locale;

/** What a token of a set is for. */
public enum Role {
  /** The account whose Call Me service authorises the call. */
  ACCOUNT(""),
  /** Who calls. */
  FROM("sip:"),
  /** Who is called. */
  TO("sip:");

  /** What from and to begin with. */
  static final String SIP = "sip:";

  private final String prefix;

  Role(String prefix) {
    this.prefix = prefix;
  }

  /** What the identity begins with in the plaintext. It tells accounts from the rest, no more. */
  String prefix() {
    return prefix;
  }

  /** The word in answers: {@code account}, {@code from}, {@code to}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
