package dev.jeton.server.vault;

import java.util.Locale;

/** An act on key versions that their states do not allow; nothing was changed. */
public final class KeyActRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Why {
    /** Two versions are live already. */
    TWO_LIVE,
    /** No version has that id. */
    UNKNOWN_KEY,
    /** The version is dead. */
    NOT_LIVE,
    /** The version signs already. */
    ALREADY_ACTIVE,
    /** The version's end has come. */
    ENDED,
    /** A version with that id is there already. */
    ID_TAKEN
  }

  private final Why why;
  private final String line;

  KeyActRefused(Why why, String line) {
    super(line, null, false, false);
    this.why = why;
    this.line = line;
  }

  public Why why() {
    return why;
  }

  /** The stable word for programs, such as {@code two-live}. */
  public String code() {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One plain line: what was wrong and what would be right. */
  public String line() {
    return line;
  }
}
