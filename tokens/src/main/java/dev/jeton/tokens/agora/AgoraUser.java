package dev.jeton.tokens.agora;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who a token is for, as it stands in the token: the decimal text of a uid, an account, or the empty
 * text for anyone.
 *
 * <p>The integer 0 means anyone and is written as ""; the account {@code "0"} is an account like any
 * other and stays "0". The account {@code "*"} is Agora's other wildcard. All members of one channel
 * must use the same kind, uid or account.
 */
public final class AgoraUser {
  /** The largest uid: 2^32-1. Uids are unsigned, which official Java 006 gets wrong. */
  public static final long MAX_UID = 0xffff_ffffL;

  /** The longest account that Agora accepts, in bytes of UTF-8. */
  public static final int MAX_ACCOUNT_BYTES = 255;

  private static final AgoraUser ANYONE = new AgoraUser(0, "");

  private final long uid;
  private final @Nullable String account;

  private AgoraUser(long uid, @Nullable String account) {
    this.uid = uid;
    this.account = account;
  }

  /**
   * A numeric uid.
   *
   * @param uid 0..4294967295; 0 means anyone
   * @throws IllegalArgumentException outside of that range
   */
  public static AgoraUser uid(long uid) {
    if (uid < 0 || uid > MAX_UID) {
      throw new IllegalArgumentException("a uid is 0.." + MAX_UID + ", not " + uid);
    }
    return uid == 0 ? ANYONE : new AgoraUser(uid, null);
  }

  /** A text account, taken as it is. The empty text means anyone. */
  public static AgoraUser account(String account) {
    return account.isEmpty() ? ANYONE : new AgoraUser(0, account);
  }

  /** Anyone: uid 0. */
  public static AgoraUser anyone() {
    return ANYONE;
  }

  /** The text in the token: "" for anyone. */
  public String wire() {
    return account != null ? account : Long.toString(uid);
  }

  /** Whether any user may use the token: uid 0, no account, or {@code "*"}. */
  public boolean isWildcard() {
    return account != null && (account.isEmpty() || account.equals("*"));
  }

  /** Whether this, as written in a token, lets {@code other} in. */
  boolean admits(AgoraUser other) {
    return isWildcard() || equals(other);
  }

  void packTo(Packer out) {
    if (account != null) {
      out.string(account);
    } else {
      out.decimal(uid);
    }
  }

  /** As {@link #packTo} without the length, as 006 signs it. */
  void packTextTo(Packer out) {
    if (account != null) {
      out.text(account);
    } else {
      out.plainDecimal(uid);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AgoraUser that && wire().equals(that.wire());
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(wire());
  }

  @Override
  public String toString() {
    return wire();
  }
}
