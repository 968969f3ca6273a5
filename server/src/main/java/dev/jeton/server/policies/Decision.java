package dev.jeton.server.policies;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What policies say to a request: the first that allows it wins, and without one it is refused.
 *
 * @param why each policy that was tried, in order
 */
record Decision(List<Said> why) {
  Decision {
    why = List.copyOf(why);
  }

  /**
   * What one policy says.
   *
   * @param objection why it does not allow it; empty where it does
   */
  record Said(String policy, Optional<String> objection) {
    boolean allowed() {
      return objection.isEmpty();
    }
  }

  boolean allowed() {
    return by().isPresent();
  }

  /** The name of the policy that allows it. */
  Optional<String> by() {
    return why.stream().filter(Said::allowed).map(Said::policy).findFirst();
  }

  /** All objections in one line, for people. */
  String line() {
    return why.isEmpty()
        ? "the caller has no policy"
        : why.stream()
            .map(said -> said.policy() + ": " + said.objection().orElse("allows it"))
            .collect(Collectors.joining("; "));
  }
}
