package dev.jeton.server.vault;

import com.google.crypto.tink.util.Bytes;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code data_keys}, and who uses its rows. */
final class DataKeyTable {
  static final String NAME = "data_keys";
  private static final String UNUSED = "NOT is_primary"
      + " AND NOT EXISTS (SELECT 1 FROM secrets WHERE secrets.data_key = data_keys.id)"
      + " AND NOT EXISTS (SELECT 1 FROM kept_answers WHERE kept_answers.data_key = data_keys.id)";

  private DataKeyTable() {}

  /** All of them; none before the first migration. */
  static List<DataKeyRow> all(Database database) {
    return database.hasTable(NAME) ? database.read(DataKeyTable::all) : List.of();
  }

  static List<DataKeyRow> all(Handle handle) {
    return handle
        .createQuery("SELECT id, wrapped, master_key, created_at, is_primary FROM data_keys"
            + " ORDER BY created_at, id")
        .map((row, context) -> new DataKeyRow(
            row.getString(1),
            Bytes.copyFrom(row.getBytes(2)),
            row.getString(3),
            Instant.ofEpochMilli(row.getLong(4)),
            row.getBoolean(5)))
        .list();
  }

  /** Lets nobody else change the table until the transaction ends; SQLite has one writer anyway. */
  static void lock(Handle handle, Dialect dialect) {
    if (dialect == Dialect.POSTGRESQL) {
      handle.execute("LOCK TABLE data_keys IN SHARE ROW EXCLUSIVE MODE");
    }
  }

  static void insertPrimary(Handle handle, DataKeyRow row) {
    handle.execute("UPDATE data_keys SET is_primary = FALSE");
    handle.execute(
        "INSERT INTO data_keys (id, wrapped, master_key, created_at, is_primary)"
            + " VALUES (?, ?, ?, ?, TRUE)",
        row.id(),
        row.wrapped().toByteArray(),
        row.masterKey(),
        row.createdAt().toEpochMilli());
  }

  static void rewrap(Handle handle, String id, Bytes wrapped, String masterKey) {
    handle.execute(
        "UPDATE data_keys SET wrapped = ?, master_key = ? WHERE id = ?",
        wrapped.toByteArray(),
        masterKey,
        id);
  }

  static int deleteUnused(Handle handle) {
    return handle.execute("DELETE FROM data_keys WHERE " + UNUSED);
  }

  /** How many rows are sealed under each. */
  static Map<String, Long> uses(Handle handle) {
    Map<String, Long> uses = new HashMap<>();
    handle
        .createQuery("SELECT data_key, count(*) FROM (SELECT data_key FROM secrets"
            + " UNION ALL SELECT data_key FROM kept_answers) AS sealed GROUP BY data_key")
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(use -> uses.put(use.getKey(), use.getValue()));
    return uses;
  }
}
