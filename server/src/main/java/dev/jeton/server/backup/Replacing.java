package dev.jeton.server.backup;

import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.Revocations;
import dev.jeton.server.store.Writing;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Puts the rows of a backup in the place of those that are there, within one transaction. All entries
 * get its revision, and what is not in the backup becomes a deleted entry, so other nodes take all of
 * it as changes; revocations alone stay. Versions only rise, so that nobody's old {@code If-Match} fits again.
 */
final class Replacing implements BackupReader.Taker {
  static final String BY = "restore";
  private static final List<String> CLEARED =
      List.of("kept_answers", "secrets", "words", "data_keys");

  private final Handle handle;
  private final long revision;
  private final Revoked revoked;
  private final Beside beside;
  private final Map<EntryId, Long> versions = new HashMap<>();

  /** The revocations that are there. They stay as they are, whatever the backup has. */
  private final Set<EntryId> staying = new HashSet<>();

  Replacing(Writing writing) {
    this.handle = writing.handle();
    this.revision = writing.revision();
    this.revoked = Revoked.in(handle);
    this.beside = Beside.in(handle);
    handle
        .createQuery("SELECT kind, id, version, deleted FROM entries")
        .map((row, context) -> present(
            new EntryId(row.getString(1), row.getString(2)), row.getLong(3), row.getBoolean(4)))
        .list();
    CLEARED.forEach(table -> handle.execute("DELETE FROM " + table));
  }

  private boolean present(EntryId id, long version, boolean deleted) {
    boolean stays = id.kind().equals(Revocations.KIND) && !deleted;
    return stays ? staying.add(id) : versions.put(id, version) == null;
  }

  @Override
  public void head(Head head) {
    // It was looked at before.
  }

  @Override
  public void row(Row row) {
    switch (row.part().table()) {
      case ENTRIES -> {
        if (!staying.contains(new EntryId(row.text("kind"), row.text("id")))) {
          insert(
              entry(row), " ON CONFLICT (kind, id) DO UPDATE SET " + set(row.part(), "kind", "id"));
        }
      }
      case SECRETS -> {
        if (!revoked.isRevoked(row.text("kind"), row.text("entry"), row.text("id"))
            && !beside.isThere(new EntryId(row.text("kind"), row.text("entry")))) {
          insert(row, "");
        }
      }
      case CONSUMED ->
        insert(
            row,
            " ON CONFLICT (kind, mark) DO UPDATE SET ends_at = CASE WHEN excluded.ends_at >"
                + " consumed.ends_at THEN excluded.ends_at ELSE consumed.ends_at END");
      case REVOCATIONS -> insert(row, " ON CONFLICT (kind, entry, what) DO NOTHING");
      case DATA_KEYS, WORDS -> insert(row, "");
    }
  }

  /** What came back switched off, because it was since the backup. */
  Set<String> switchedOff() {
    return revoked.switchedOff();
  }

  /** Deletes the entries that the backup does not have. */
  void finish(Instant now) {
    beside.putBack(handle, revision, now);
    versions.keySet().stream()
        .filter(id -> !beside.isThere(id))
        .forEach(id -> handle.execute(
            "UPDATE entries SET document = '', version = version + 1, revision = ?, changed_at = ?,"
                + " changed_by = ?, deleted = ? WHERE kind = ? AND id = ? AND NOT deleted",
            revision,
            now.toEpochMilli(),
            BY,
            true,
            id.kind(),
            id.id()));
  }

  private Row entry(Row row) {
    String kind = row.text("kind");
    String id = row.text("id");
    Long present = versions.remove(new EntryId(kind, id));
    long version = row.whole("version");
    return row.with("revision", revision)
        .with("version", present == null ? version : Math.max(version, present + 1))
        .with("document", beside.restored(kind, revoked.in(kind, id, row.text("document"))));
  }

  private void insert(Row row, String onConflict) {
    List<String> names = row.part().columns().stream().map(Column::name).toList();
    String sql = "INSERT INTO " + row.part().table().sql() + " (" + String.join(", ", names)
        + ") VALUES (" + names.stream().map(name -> "?").collect(Collectors.joining(", ")) + ")"
        + onConflict;
    handle.execute(sql, row.values().toArray());
  }

  private static String set(Part part, String... keys) {
    return part.columns().stream()
        .map(Column::name)
        .filter(name -> Stream.of(keys).noneMatch(name::equals))
        .map(name -> name + " = excluded." + name)
        .collect(Collectors.joining(", "));
  }
}
