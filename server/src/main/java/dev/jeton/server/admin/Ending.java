package dev.jeton.server.admin;

import dev.jeton.server.vault.KeyState;
import dev.jeton.server.vault.KeyVersions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Something of a thing that comes to an end by itself.
 *
 * @param what in words for an operator, such as {@code key k1}; the same as long as it is about the
 *     same end
 */
public record Ending(String what, Instant at) {

  /** The ends of the versions that sign; those that retire end as somebody wished. */
  public static List<Ending> ofSigning(KeyVersions keys) {
    return keys.all().stream()
        .filter(key -> key.state() == KeyState.ACTIVE && key.enabled() && key.endsAt() != null)
        .map(key -> new Ending("key " + key.id(), Objects.requireNonNull(key.endsAt())))
        .toList();
  }
}
