package dev.jeton.server.access;

import org.jspecify.annotations.Nullable;

/** What a door asks of its caller. */
public enum Need {
  /** Nothing: anybody may call it from anywhere. */
  OPEN,
  /** A caller who may have tokens; foreign web pages are kept out. */
  MINT,
  /** A caller who may have tokens checked. */
  VERIFY,
  /** Somebody on this machine, or the operator. */
  INSIDE,
  /** The operator's proof, from this machine too. */
  ADMINISTRATION;

  /** Why the caller may not, or null when it may. */
  public @Nullable Problem refuse(Caller caller, Right right) {
    boolean may =
        switch (this) {
          case OPEN -> true;
          case MINT -> caller.mayMint();
          case VERIFY -> !(caller instanceof Caller.Stranger);
          case INSIDE -> caller instanceof Caller.Local || caller.may(right);
          case ADMINISTRATION -> caller.may(right);
        };
    if (may) {
      return null;
    }
    return caller.proven()
        ? new Problem(403, "not-allowed", beyond(right))
        : new Problem(401, "proof-needed", wanted(right));
  }

  private String beyond(Right right) {
    return this == MINT
        ? "of people who signed in, operators alone may have tokens minted"
        : "your rights do not reach that far: " + right;
  }

  private String wanted(Right right) {
    if (right.resource().equals(Right.OWN_SESSION)) {
      return "there is no session; sign in at /sign-in";
    }
    return this == ADMINISTRATION
        ? "send Authorization: Bearer with the token in the data folder's admin.token,"
            + " or sign in at /sign-in"
        : "only local callers may ask without a proof, and this request is not local;"
            + " send Authorization: Bearer with a caller's API key";
  }
}
