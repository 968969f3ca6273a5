package dev.jeton.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads entries with their secrets. */
final class EntryRows {
  private static final String COLUMNS =
      "SELECT kind, id, document, version, revision, created_at, changed_at, changed_by, deleted"
          + " FROM entries ";

  private EntryRows() {}

  static Optional<Entry> find(Handle handle, EntryId id) {
    Map<String, SealedSecret> secrets = new HashMap<>();
    handle
        .createQuery("SELECT id, blob, data_key FROM secrets WHERE kind = :kind AND entry = :id")
        .bind("kind", id.kind())
        .bind("id", id.id())
        .map((row, context) -> secrets.put(row.getString(1), sealed(row, 2)))
        .list();
    return handle
        .createQuery(COLUMNS + "WHERE kind = :kind AND id = :id")
        .bind("kind", id.kind())
        .bind("id", id.id())
        .map((row, context) -> entry(row, secrets))
        .findOne();
  }

  static List<Entry> changedSince(Handle handle, long revision) {
    Map<EntryId, Map<String, SealedSecret>> secrets = new HashMap<>();
    handle
        .createQuery(
            "SELECT s.kind, s.entry, s.id, s.blob, s.data_key FROM secrets s JOIN entries e"
                + " ON e.kind = s.kind AND e.id = s.entry WHERE e.revision > :revision")
        .bind("revision", revision)
        .map((row, context) -> secrets
            .computeIfAbsent(new EntryId(row.getString(1), row.getString(2)), id -> new HashMap<>())
            .put(row.getString(3), sealed(row, 4)))
        .list();
    return new ArrayList<>(handle
        .createQuery(COLUMNS + "WHERE revision > :revision ORDER BY revision")
        .bind("revision", revision)
        .map((row, context) -> entry(
            row, secrets.getOrDefault(new EntryId(row.getString(1), row.getString(2)), Map.of())))
        .list());
  }

  static Map<EntryId, Long> revisions(Handle handle) {
    Map<EntryId, Long> revisions = new HashMap<>();
    handle
        .createQuery("SELECT kind, id, revision FROM entries")
        .map((row, context) ->
            revisions.put(new EntryId(row.getString(1), row.getString(2)), row.getLong(3)))
        .list();
    return revisions;
  }

  private static Entry entry(ResultSet row, Map<String, SealedSecret> secrets) throws SQLException {
    return new Entry(
        new EntryId(row.getString(1), row.getString(2)),
        row.getString(3),
        row.getLong(4),
        row.getLong(5),
        Instant.ofEpochMilli(row.getLong(6)),
        Instant.ofEpochMilli(row.getLong(7)),
        row.getString(8),
        row.getBoolean(9),
        secrets);
  }

  private static SealedSecret sealed(ResultSet row, int column) throws SQLException {
    return new SealedSecret(row.getBytes(column), row.getString(column + 1));
  }
}
