package dev.jeton.tokens.kandy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The live Security Keys of a realm: the current one, and while keys are being changed the previous
 * one until its end. A token names no key, so they are tried in turn. Never more than two: under ECB
 * nothing but the plaintext's form tells a right key from a wrong one.
 */
public final class RealmKeys {
  /** Which of them opened a token. */
  public enum Which {
    CURRENT,
    PREVIOUS
  }

  private final SecurityKey current;
  private final @Nullable SecurityKey previous;
  private final Instant previousEnd;

  private RealmKeys(SecurityKey current, @Nullable SecurityKey previous, Instant previousEnd) {
    this.current = current;
    this.previous = previous;
    this.previousEnd = previousEnd;
  }

  /** The only one. */
  public static RealmKeys of(SecurityKey current) {
    return new RealmKeys(current, null, Instant.MIN);
  }

  /**
   * Both.
   *
   * @param previousEnd from this instant on, the previous key opens nothing
   * @throws IllegalArgumentException if they are for different ciphers
   */
  public static RealmKeys of(SecurityKey current, SecurityKey previous, Instant previousEnd) {
    if (current.cipher() != previous.cipher()) {
      throw new IllegalArgumentException("the keys of a realm are for one cipher");
    }
    return new RealmKeys(current, previous, previousEnd);
  }

  /** The one to mint with. */
  public SecurityKey current() {
    return current;
  }

  /** The realm's cipher. */
  public KandyCipher cipher() {
    return current.cipher();
  }

  /** The previous key if there is one and {@code now} is before its end. */
  @Nullable
  SecurityKey previousAt(Instant now) {
    return previous != null && now.isBefore(previousEnd) ? previous : null;
  }
}
