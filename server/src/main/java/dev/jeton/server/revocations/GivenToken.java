package dev.jeton.server.revocations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a token says that somebody wants revoked.
 *
 * @param proven whether a key that is here made it; if not, its ids are made of its very text alone,
 *     because anybody can write down somebody else's {@code jti}
 * @param ids under which it is known again, whoever writes it down anew; see {@link TokenIds}
 * @param owner whose it is, or claims to be where it is not proven
 * @param endsAt when it ends, where it says so
 */
public record GivenToken(
    boolean proven, List<String> ids, Optional<Owner> owner, Optional<Instant> endsAt) {
  public GivenToken {
    ids = List.copyOf(ids);
  }
}
