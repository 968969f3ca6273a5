package dev.jeton.server.store;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that operators administer, as the store has it.
 *
 * @param document JSON text; empty when it is deleted
 * @param version rises by one with each change of this entry
 * @param revision the store's revision in which it was changed last
 * @param deleted whether only this trace of it is left
 * @param secrets by their ids
 */
public record Entry(
    EntryId id,
    String document,
    long version,
    long revision,
    Instant createdAt,
    Instant changedAt,
    String changedBy,
    boolean deleted,
    Map<String, SealedSecret> secrets) {
  public Entry {
    secrets = Map.copyOf(secrets);
  }
}
