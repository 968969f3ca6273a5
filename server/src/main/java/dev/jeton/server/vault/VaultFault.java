package dev.jeton.server.vault;

import java.util.Locale;

/** Something that the vault cannot do now; nothing was changed. */
public final class VaultFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Why {
    /** The master keys cannot be read, or the KMS does not answer. */
    MASTER_KEY_UNAVAILABLE,
    /** Only the operator can put a new master key there. */
    OPERATOR_ROTATES,
    /** Only the operator can take a master key away from there. */
    OPERATOR_DROPS,
    /** The master key still wraps data keys, or is the one that wraps new ones. */
    STILL_NEEDED,
    /** There is no master key with that id. */
    UNKNOWN_KEY,
    /** Another node changed the data keys at the same time. */
    KEYS_MOVED,
    /** Sealed rows that no key opens. */
    UNREADABLE
  }

  private final Why why;

  VaultFault(Why why, String line) {
    super(line, null, false, true);
    this.why = why;
  }

  public Why why() {
    return why;
  }

  /** The stable word for programs, such as {@code still-needed}. */
  public String code() {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One plain line: what was wrong and what would be right. */
  public String line() {
    return String.valueOf(getMessage());
  }
}
