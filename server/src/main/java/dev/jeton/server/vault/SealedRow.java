package dev.jeton.server.vault;

import com.google.crypto.tink.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A row with something sealed in it, wherever it stands. */
sealed interface SealedRow {

  Bytes blob();

  /** What it was sealed for. */
  String identity();

  /** Where it stands, for messages. */
  String place();

  /** Puts another blob there; false when it has been changed since. */
  boolean replace(Handle handle, Bytes other, String dataKey);

  /** Of the table {@code secrets}. */
  record OfSecret(String kind, String entry, String id, Bytes blob) implements SealedRow {
    @Override
    public String identity() {
      return SealIdentity.ofSecret(kind, entry, id);
    }

    @Override
    public String place() {
      return "key " + id + " of " + kind + " " + entry;
    }

    @Override
    public boolean replace(Handle handle, Bytes other, String dataKey) {
      return handle.execute(
              "UPDATE secrets SET blob = ?, data_key = ?"
                  + " WHERE kind = ? AND entry = ? AND id = ? AND blob = ?",
              other.toByteArray(),
              dataKey,
              kind,
              entry,
              id,
              blob.toByteArray())
          == 1;
    }

    @Override
    public String toString() {
      return place();
    }
  }

  /** Of the table {@code kept_answers}. */
  record OfAnswer(String caller, String requestKey, Bytes blob) implements SealedRow {
    void remove(Handle handle) {
      handle.execute(
          "DELETE FROM kept_answers WHERE caller = ? AND request_key = ? AND answer = ?",
          caller,
          requestKey,
          blob.toByteArray());
    }

    @Override
    public String identity() {
      return SealIdentity.ofAnswer(caller, requestKey);
    }

    @Override
    public String place() {
      return "a kept answer of " + caller;
    }

    @Override
    public boolean replace(Handle handle, Bytes other, String dataKey) {
      return handle.execute(
              "UPDATE kept_answers SET answer = ?, data_key = ?"
                  + " WHERE caller = ? AND request_key = ? AND answer = ?",
              other.toByteArray(),
              dataKey,
              caller,
              requestKey,
              blob.toByteArray())
          == 1;
    }

    @Override
    public String toString() {
      return place();
    }
  }

  /** Those under other data keys. */
  static List<SealedRow> others(Handle handle, String dataKey) {
    List<SealedRow> rows = new ArrayList<>();
    handle
        .createQuery("SELECT kind, entry, id, blob FROM secrets WHERE data_key <> :key"
            + " ORDER BY kind, entry, id")
        .bind("key", dataKey)
        .map((row, context) -> new OfSecret(
            row.getString(1), row.getString(2), row.getString(3), Bytes.copyFrom(row.getBytes(4))))
        .forEach(rows::add);
    handle
        .createQuery("SELECT caller, request_key, answer FROM kept_answers WHERE data_key <> :key"
            + " ORDER BY caller, request_key")
        .bind("key", dataKey)
        .map((row, context) ->
            new OfAnswer(row.getString(1), row.getString(2), Bytes.copyFrom(row.getBytes(3))))
        .forEach(rows::add);
    return rows;
  }

  static long countOthers(Handle handle, String dataKey) {
    return handle
        .createQuery("SELECT (SELECT count(*) FROM secrets WHERE data_key <> :key)"
            + " + (SELECT count(*) FROM kept_answers WHERE data_key <> :key)")
        .bind("key", dataKey)
        .mapTo(Long.class)
        .one();
  }
}
