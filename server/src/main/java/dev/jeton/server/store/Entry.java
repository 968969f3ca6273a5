package dev.jeton.server.store;

import java.time.Instant;
import java.util.Map;

/**
 * Something that operators administer, as it is stored.
 *
 * @param document JSON; empty when the entry is deleted
 * @param version 1, 2, 3 and so on, for each entry by itself
 * @param revision that of the transaction that wrote it; all transactions of a store are numbered in
 *     their order
 * @param changedAt in whole milliseconds, like all times here
 * @param deleted whether this only tells that there was one
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

  /** In place of one of which not even a tombstone is left: an older backup was restored. */
  static Entry vanished(Entry last) {
    return new Entry(
        last.id(),
        "",
        last.version(),
        last.revision(),
        last.createdAt(),
        last.changedAt(),
        last.changedBy(),
        true,
        Map.of());
  }
}
