package dev.jeton.tokens.kandy;

import java.util.Optional;

/**
 * Who goes into which token. The vendor's documents say four different things; what fits them all is
 * that the account is the one whose Call Me service authorises the call. A is the recommended one.
 */
public enum Convention {
  /**
   * The account is the callee, or one given that has Call Me; anybody may call. From the reference
   * application of 2020.
   */
  A,
  /** The account is a user made for anonymous calls, who is the caller too. From the 3.x document. */
  B,
  /** The account is the caller. From "Generating Tokens" of 2020 to 2022. */
  C,
  /** The account is the caller's display name, without a domain. From the documents since 2024. */
  D;

  /** The caller under A when none is named. */
  public static final Identity ANONYMOUS = Identity.of("anonymous@invalid.com");

  /**
   * Who goes where when {@code to} is called.
   *
   * @param from who calls: optional under A (then {@link #ANONYMOUS}) and B (then the account),
   *     required under C and D, under D a display name
   * @param account optional under A (then the callee), required under B; under C and D it is the
   *     caller and need not be given
   * @throws IllegalArgumentException if one is missing, has an {@code @} under D, or contradicts the
   *     convention; the message is fit for people
   */
  public Parties parties(Identity to, Optional<Identity> from, Optional<Identity> account) {
    return switch (this) {
      case A -> new Parties(account.orElse(to), from.orElse(ANONYMOUS), to);
      case B -> {
        Identity caller = given(account, "an account");
        yield new Parties(caller, same(from, caller), to);
      }
      case C -> callerIsAccount(given(from, "a caller"), account, to);
      case D -> {
        Identity caller = given(from, "a caller");
        if (!caller.isDisplayName()) {
          throw new IllegalArgumentException(
              "convention D takes a display name as caller: it must hold no '@'");
        }
        yield callerIsAccount(caller, account, to);
      }
    };
  }

  private Parties callerIsAccount(Identity caller, Optional<Identity> account, Identity to) {
    return new Parties(same(account, caller), caller, to);
  }

  private Identity given(Optional<Identity> identity, String what) {
    return identity.orElseThrow(
        () -> new IllegalArgumentException("convention " + this + " needs " + what));
  }

  private Identity same(Optional<Identity> given, Identity expected) {
    if (given.isPresent() && !given.get().equals(expected)) {
      throw new IllegalArgumentException(
          "under convention " + this + " account and caller are the same");
    }
    return expected;
  }
}
