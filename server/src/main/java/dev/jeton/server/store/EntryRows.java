package dev.jeton.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads entries with their secrets, all in one query and so all of one moment. */
final class EntryRows {
  private static final String ALL = """
      SELECT e.kind, e.id, e.document, e.version, e.revision, e.created_at, e.changed_at,
        e.changed_by, e.deleted, s.id, s.blob, s.data_key
      FROM entries e LEFT JOIN secrets s ON s.kind = e.kind AND s.entry = e.id
      """;
  private static final String IN_ORDER = " ORDER BY e.revision, e.kind, e.id";

  private EntryRows() {}

  static List<Entry> changedSince(Handle handle, long revision) {
    return read(handle
        .createQuery(ALL + "WHERE e.revision > :revision" + IN_ORDER)
        .bind("revision", revision));
  }

  static List<Entry> of(Handle handle, EntryId id) {
    return read(handle
        .createQuery(ALL + "WHERE e.kind = :kind AND e.id = :id" + IN_ORDER)
        .bind("kind", id.kind())
        .bind("id", id.id()));
  }

  static Map<EntryId, Long> revisions(Handle handle) {
    return handle.createQuery("SELECT kind, id, revision FROM entries").scanResultSet((rows, c) -> {
      Map<EntryId, Long> revisions = new HashMap<>();
      ResultSet row = rows.get();
      while (row.next()) {
        revisions.put(new EntryId(row.getString(1), row.getString(2)), row.getLong(3));
      }
      return revisions;
    });
  }

  private static List<Entry> read(Query query) {
    return query.scanResultSet((rows, context) -> {
      List<Entry> entries = new ArrayList<>();
      ResultSet row = rows.get();
      boolean more = row.next();
      while (more) {
        Entry bare = entry(row);
        Map<String, SealedSecret> secrets = new HashMap<>();
        do {
          putSecret(row, secrets);
          more = row.next();
        } while (more && isOf(row, bare.id()));
        entries.add(secrets.isEmpty() ? bare : withSecrets(bare, secrets));
      }
      return entries;
    });
  }

  private static boolean isOf(ResultSet row, EntryId id) throws SQLException {
    return id.id().equals(row.getString(2)) && id.kind().equals(row.getString(1));
  }

  private static void putSecret(ResultSet row, Map<String, SealedSecret> secrets)
      throws SQLException {
    String id = row.getString(10);
    if (id != null) {
      secrets.put(id, new SealedSecret(row.getBytes(11), row.getString(12)));
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        new EntryId(row.getString(1), row.getString(2)),
        row.getString(3),
        row.getLong(4),
        row.getLong(5),
        Instant.ofEpochMilli(row.getLong(6)),
        Instant.ofEpochMilli(row.getLong(7)),
        row.getString(8),
        row.getBoolean(9),
        Map.of());
  }

  private static Entry withSecrets(Entry entry, Map<String, SealedSecret> secrets) {
    return new Entry(
        entry.id(),
        entry.document(),
        entry.version(),
        entry.revision(),
        entry.createdAt(),
        entry.changedAt(),
        entry.changedBy(),
        entry.deleted(),
        secrets);
  }
}
