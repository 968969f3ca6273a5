package dev.jeton.server.revocations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a token says that somebody wants revoked. Nothing of it is verified.
 *
 * @param ids under which it is known again, whoever writes it down anew; see {@link TokenIds}
 * @param owner whose it claims to be, where it says so
 * @param endsAt when it ends, where it says so
 */
public record GivenToken(List<String> ids, Optional<Owner> owner, Optional<Instant> endsAt) {
  public GivenToken {
    ids = List.copyOf(ids);
  }
}
