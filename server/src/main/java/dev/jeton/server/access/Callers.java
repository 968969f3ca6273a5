package dev.jeton.server.access;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out who asks. A proof that is wrong is never ignored, not even from this machine. */
public final class Callers {
  private static final Caller LOCAL = new Caller.Local();
  private static final Caller ANONYMOUS = new Caller.Anonymous();
  private static final Caller STRANGER = new Caller.Stranger();

  /** The same whatever is wrong with it, so that nobody can find out what exists here. */
  public static final Problem WRONG =
      new Problem(401, "wrong-proof", "the Authorization header proves no caller known here");

  private final List<Proof> proofs;
  private final boolean anyone;

  /**
   * @param proofs every kind of proof that counts
   * @param settings whether anybody may ask
   */
  public Callers(List<Proof> proofs, AccessSettings settings) {
    this.proofs = proofs.stream().sorted(Comparator.comparing(Proof::isUnasked)).toList();
    this.anyone = settings.anonymous() == AccessSettings.Anonymous.ANYONE;
  }

  /** What became of identifying a caller. */
  public sealed interface Identified {
    record As(Caller caller) implements Identified {}

    /**
     * A proof that does not count.
     *
     * @param exactCode why, for the audit alone
     * @param details what else the audit gets, such as whose proof it would be
     */
    record Wrong(Problem problem, String exactCode, Map<String, String> details)
        implements Identified {
      public Wrong {
        details = Map.copyOf(details);
      }

      public Wrong(Problem problem, String exactCode) {
        this(problem, exactCode, Map.of());
      }

      Wrong(Problem problem) {
        this(problem, problem.code());
      }

      /** Whether somebody may have made it up; who is told more than that it is wrong has not. */
      public boolean mayBeGuessed() {
        return problem.code().equals(WRONG.code());
      }
    }
  }

  public Identified identify(Presented presented) {
    for (Proof proof : proofs) {
      Optional<Identified> identified = proof.check(presented);
      if (identified.isPresent()) {
        return identified.get();
      }
    }
    if (!presented.authorizations().isEmpty()) {
      return new Identified.Wrong(WRONG);
    }
    return new Identified.As(withoutProof(presented.arrival()));
  }

  /** Who asks where nobody is asked for a proof. */
  public Caller withoutProof(Arrival arrival) {
    return arrival.local() ? LOCAL : anyone ? ANONYMOUS : STRANGER;
  }
}
