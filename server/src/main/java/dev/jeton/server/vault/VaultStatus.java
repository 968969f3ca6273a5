package dev.jeton.server.vault;

import java.util.List;
import java.util.Map;

/**
 * What an operator may know of the keys.
 *
 * @param source {@code file}, {@code environment} or {@code transit}
 * @param left how many sealed values are not yet under the primary data key
 */
public record VaultStatus(String source, List<Master> masterKeys, List<Data> dataKeys, long left) {

  /** A master key, and how many data keys it wraps. */
  public record Master(String id, boolean primary, long neededBy) {}

  /** A data key, and how many values are sealed under it. */
  public record Data(String id, String masterKey, long secrets, boolean primary) {}

  public VaultStatus {
    masterKeys = List.copyOf(masterKeys);
    dataKeys = List.copyOf(dataKeys);
  }

  /** The primary master key. */
  public String primary() {
    return masterKeys.stream().filter(Master::primary).findFirst().orElseThrow().id();
  }

  static VaultStatus of(
      String source, MasterKeys masters, List<DataKeyRow> rows, Map<String, Long> uses) {
    List<Master> masterKeys = masters.all().stream()
        .map(key -> new Master(
            key.id(),
            masters.isPrimary(key.id()),
            rows.stream().filter(row -> row.masterKey().equals(key.id())).count()))
        .toList();
    List<Data> dataKeys = rows.stream()
        .map(row ->
            new Data(row.id(), row.masterKey(), uses.getOrDefault(row.id(), 0L), row.primary()))
        .toList();
    String primary = rows.stream()
        .filter(DataKeyRow::primary)
        .map(DataKeyRow::id)
        .findFirst()
        .orElse("");
    long left = uses.entrySet().stream()
        .filter(use -> !use.getKey().equals(primary))
        .mapToLong(Map.Entry::getValue)
        .sum();
    return new VaultStatus(source, masterKeys, dataKeys, left);
  }
}
