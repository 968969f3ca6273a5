package dev.jeton.tokens.kandy;

import dev.jeton.tokens.kandy.RealmKeys.Which;
import java.time.Instant;

/**
 * A token that a key of the realm opened, within its window and with the form of its role. Whether
 * it was minted for that role shows only in {@code sip:}: from and to look the same.
 */
public final class VerifiedKandyToken {
  private final RawKandyToken raw;
  private final Role role;
  private final String identity;
  private final Instant issuedAt;
  private final Instant expiresAt;
  private final Which key;

  VerifiedKandyToken(
      RawKandyToken raw,
      Role role,
      String identity,
      Instant issuedAt,
      Instant expiresAt,
      Which key) {
    this.raw = raw;
    this.role = role;
    this.identity = identity;
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
    this.key = key;
  }

  /** The role that it was verified for. */
  public Role role() {
    return role;
  }

  /** As it stands in the token, with {@code sip:} in from and to. */
  public String identity() {
    return identity;
  }

  /**
   * The identity without {@code sip:}. Not empty and without control characters; other issuers may
   * have put more into it than an {@link Identity} takes, parameters behind a {@code ;} for one.
   */
  public String name() {
    return identity.substring(role.prefix().length());
  }

  /** When it was made, by its own word. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** The last instant at which it is valid. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** The key that opened it. */
  public Which key() {
    return key;
  }

  /** The token as an issuer here writes it: the text of an ECB token can be in any letter case. */
  public String canonicalText() {
    return raw.canonicalText();
  }

  RawKandyToken raw() {
    return raw;
  }
}
