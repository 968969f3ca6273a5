package dev.jeton.server.revocations;

import java.time.Instant;
import java.util.Optional;

/**
 * What is refused from now on. It never changes.
 *
 * @param owner empty for the tokens of all
 * @param endsAt when every token has ended that it could concern; empty for never
 */
record Revocation(
    String id,
    String platform,
    Optional<Owner> owner,
    Target target,
    Optional<Instant> endsAt,
    Optional<String> reason,
    Instant createdAt,
    String createdBy) {

  /** Whose id; empty for the tokens of all. */
  String ownerId() {
    return owner.map(Owner::id).orElse("");
  }

  boolean hasEnded(Instant now) {
    return endsAt.filter(end -> end.isBefore(now)).isPresent();
  }
}
