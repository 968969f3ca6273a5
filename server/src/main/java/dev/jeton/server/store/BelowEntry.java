package dev.jeton.server.store;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The rows that belong to one entry: its words and its sealed secrets. */
record BelowEntry(Handle handle, EntryId entry) {

  Words words() {
    Map<String, String> words = new HashMap<>();
    handle
        .createQuery("SELECT what, word FROM words WHERE kind = :kind AND entry = :entry")
        .bind("kind", entry.kind())
        .bind("entry", entry.id())
        .map((row, context) -> words.put(row.getString(1), row.getString(2)))
        .list();
    return new Words(words);
  }

  void replace(Words before, Words now) {
    before.each().forEach((what, word) -> {
      if (!word.equals(now.each().get(what))) {
        handle.execute(
            "DELETE FROM words WHERE kind = ? AND what = ? AND word = ?", entry.kind(), what, word);
      }
    });
    now.each().forEach((what, word) -> {
      if (!word.equals(before.each().get(what))) {
        take(what, word);
      }
    });
  }

  private void take(String what, String word) {
    int taken = handle.execute(
        "INSERT INTO words (kind, what, word, entry) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (kind, what, word) DO NOTHING",
        entry.kind(),
        what,
        word,
        entry.id());
    if (taken == 0) {
      String holder = handle
          .createQuery(
              "SELECT entry FROM words WHERE kind = :kind AND what = :what AND word = :word")
          .bind("kind", entry.kind())
          .bind("what", what)
          .bind("word", word)
          .mapTo(String.class)
          .one();
      throw new Taken(what, word, new EntryId(entry.kind(), holder));
    }
  }

  /** Those that are no longer there are overwritten by SQLite, and vacuumed by PostgreSQL. */
  void replace(Map<String, SealedSecret> before, Map<String, SealedSecret> now) {
    before.forEach((id, secret) -> {
      if (!secret.equals(now.get(id))) {
        handle.execute(
            "DELETE FROM secrets WHERE kind = ? AND entry = ? AND id = ?",
            entry.kind(),
            entry.id(),
            id);
      }
    });
    now.forEach((id, secret) -> {
      if (!secret.equals(before.get(id))) {
        handle.execute(
            "INSERT INTO secrets (kind, entry, id, blob, data_key) VALUES (?, ?, ?, ?, ?)",
            entry.kind(),
            entry.id(),
            id,
            secret.blob(),
            secret.dataKey());
      }
    });
  }
}
