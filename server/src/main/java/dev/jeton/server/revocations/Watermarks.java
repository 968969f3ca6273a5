package dev.jeton.server.revocations;

import java.time.Instant;
import java.util.Optional;

/** Which watermark stands for another one too. */
final class Watermarks {
  private Watermarks() {}

  /** Of a user or of all; empty for a single token. */
  static Optional<Instant> of(Target target) {
    if (target instanceof Target.User user) {
      return Optional.of(user.before());
    }
    return target instanceof Target.All all ? Optional.of(all.before()) : Optional.empty();
  }

  /** Whether both are of just the same user, or both of all. */
  static boolean isOfSame(Target one, Target other) {
    return one instanceof Target.User user
        ? other instanceof Target.User same && same.user().equals(user.user())
        : one instanceof Target.All && other instanceof Target.All;
  }

  /** Whether it refuses all that the other one does, of just the same user or owner. */
  static boolean replaces(Revocation one, Revocation former) {
    return one.ownerId().equals(former.ownerId())
        && isFurther(one.target(), former.target())
        && outlives(one, former);
  }

  /** The same, or of all users of the owner or of everybody where the other is of one user. */
  static boolean covers(Revocation one, Revocation former) {
    return replaces(one, former)
        || (one.target() instanceof Target.All all
            && former.target() instanceof Target.User user
            && (one.owner().isEmpty() || one.ownerId().equals(former.ownerId()))
            && all.before().isAfter(user.before())
            && outlives(one, former));
  }

  private static boolean isFurther(Target one, Target former) {
    if (one instanceof Target.User user && former instanceof Target.User other) {
      return user.user().equals(other.user()) && user.before().isAfter(other.before());
    }
    return one instanceof Target.All all
        && former instanceof Target.All other
        && all.before().isAfter(other.before());
  }

  /** A limit on lifetimes may have been lower when the later one was made. */
  private static boolean outlives(Revocation one, Revocation former) {
    if (one.id().equals(former.id()) || !one.platform().equals(former.platform())) {
      return false;
    }
    return one.endsAt().isEmpty()
        || former.endsAt().filter(end -> !end.isAfter(one.endsAt().get())).isPresent();
  }
}
