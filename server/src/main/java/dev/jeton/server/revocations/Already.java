package dev.jeton.server.revocations;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Refused;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whether something is revoked already. */
final class Already {
  /** Less than what upkeep leaves after an end, so that a repeated request needs no entry of its own. */
  private static final Duration NEAR = Duration.ofMinutes(30);

  private Already() {}

  /**
   * What is revoked already, and for as long, is not revoked twice; a watermark never moves back.
   */
  static Optional<Revocation> same(Collection<Revocation> all, Wanted wanted) {
    List<Revocation> lasting = all.stream().filter(one -> lasts(one, wanted)).toList();
    Watermarks.of(wanted.target())
        .flatMap(asked -> lasting.stream()
            .filter(one -> Watermarks.isOfSame(one.target(), wanted.target()))
            .flatMap(one -> Watermarks.of(one.target()).stream())
            .filter(asked::isBefore)
            .findAny())
        .ifPresent(mark -> {
          throw new Refused(new Problem(
              409,
              "watermark-behind",
              "everything of before " + mark
                  + " is refused already; a watermark only moves forward"));
        });
    return lasting.stream().filter(one -> one.target().equals(wanted.target())).findAny();
  }

  /** Whether it is of the same owner and goes no sooner. */
  private static boolean lasts(Revocation one, Wanted wanted) {
    return one.platform().equals(wanted.platform().platform())
        && one.ownerId().equals(wanted.owner().map(Owner::id).orElse(""))
        && (one.endsAt().isEmpty()
            || wanted
                .endsAt()
                .filter(end -> !one.endsAt().get().isBefore(end.minus(NEAR)))
                .isPresent());
  }
}
