package dev.jeton.server.policies;

import dev.jeton.server.access.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A caller as policies see it.
 *
 * @param network its address
 * @param policies the ids of its policies, in the order in which they are tried
 */
record Requester(String name, String network, Map<String, Object> claims, List<String> policies) {
  private static final String SUBJECT = "sub";

  static Requester of(Caller.Registered caller, String network) {
    return new Requester(caller.name(), network, caller.claims(), caller.policies());
  }

  /** The caller, if policies decide about it. */
  static Optional<Requester> of(Caller caller, String network) {
    if (caller instanceof Caller.Registered registered) {
      return Optional.of(of(registered, network));
    }
    return caller instanceof Caller.Visitor visitor
        ? Optional.of(new Requester(visitor.id(), network, Map.of(), List.of(visitor.policy())))
        : Optional.empty();
  }

  /** The one user that is its own: the subject of its proof, else its name. */
  String user() {
    return claims.get(SUBJECT) instanceof String subject && !subject.isEmpty() ? subject : name;
  }
}
