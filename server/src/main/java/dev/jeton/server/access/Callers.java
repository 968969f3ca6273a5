package dev.jeton.server.access;

import java.util.List;

/** Finds out who asks. A proof that is wrong is never ignored, not even from this machine. */
public final class Callers {
  private static final Caller LOCAL = new Caller.Local();
  private static final Caller ANONYMOUS = new Caller.Anonymous();
  private static final Caller STRANGER = new Caller.Stranger();

  private final List<Proof> proofs;
  private final boolean anyone;

  /**
   * @param proofs every kind of proof that counts
   * @param settings whether anybody may ask
   */
  public Callers(List<Proof> proofs, AccessSettings settings) {
    this.proofs = List.copyOf(proofs);
    this.anyone = settings.anonymous() == AccessSettings.Anonymous.ANYONE;
  }

  /** What became of identifying a caller. */
  public sealed interface Identified {
    record As(Caller caller) implements Identified {}

    record Wrong(Problem problem) implements Identified {}
  }

  public Identified identify(Arrival arrival, List<String> authorizations) {
    if (authorizations.isEmpty()) {
      return new Identified.As(arrival.local() ? LOCAL : anyone ? ANONYMOUS : STRANGER);
    }
    if (authorizations.size() == 1) {
      for (Proof proof : proofs) {
        Caller caller = proof.check(authorizations.get(0));
        if (caller != null) {
          return new Identified.As(caller);
        }
      }
    }
    return new Identified.Wrong(
        new Problem(401, "wrong-proof", "the Authorization header proves no caller known here"));
  }
}
