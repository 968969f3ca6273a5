package dev.jeton.server.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One transaction that writes. */
public final class Writing {
  private final Handle handle;
  private final long revision;

  Writing(Handle handle) {
    this.handle = handle;
    this.revision = handle
        .createQuery("UPDATE store_state SET revision = revision + 1 RETURNING revision")
        .mapTo(Long.class)
        .one();
  }

  /** For rooms with tables of their own. */
  public Handle handle() {
    return handle;
  }

  public long revision() {
    return revision;
  }

  public Optional<Entry> find(EntryId id) {
    return EntryRows.find(handle, id);
  }

  /** Makes a new one; {@link Taken} if another has one of its words. */
  public Entry create(EntryId id, Content content, String by, Instant at) {
    Entry entry =
        new Entry(id, content.document(), 1, revision, at, at, by, false, content.secrets());
    handle
        .createUpdate("INSERT INTO entries (kind, id, document, version, revision, created_at,"
            + " changed_at, changed_by, deleted)"
            + " VALUES (:kind, :id, :document, 1, :revision, :at, :at, :by, FALSE)")
        .bind("kind", id.kind())
        .bind("id", id.id())
        .bind("document", content.document())
        .bind("revision", revision)
        .bind("at", at.toEpochMilli())
        .bind("by", by)
        .execute();
    putWords(id, content.words());
    putSecrets(id, content.secrets());
    return entry;
  }

  /** Changes one; {@link Stale} if somebody else did in between. */
  public Entry change(Entry before, Content content, String by, Instant at) {
    write(before, content.document(), false, by, at);
    clear(before.id());
    putWords(before.id(), content.words());
    putSecrets(before.id(), content.secrets());
    return new Entry(
        before.id(),
        content.document(),
        before.version() + 1,
        revision,
        before.createdAt(),
        at,
        by,
        false,
        content.secrets());
  }

  /** Deletes one and leaves a trace of it. */
  public Entry delete(Entry before, String by, Instant at) {
    write(before, "", true, by, at);
    clear(before.id());
    return new Entry(
        before.id(),
        "",
        before.version() + 1,
        revision,
        before.createdAt(),
        at,
        by,
        true,
        Map.of());
  }

  public Optional<KeptAnswer> keptAnswer(String caller, String requestKey, Instant now) {
    return handle
        .createQuery("SELECT fingerprint, answer, data_key, ends_at FROM kept_answers"
            + " WHERE caller = :caller AND request_key = :key AND ends_at > :now")
        .bind("caller", caller)
        .bind("key", requestKey)
        .bind("now", now.toEpochMilli())
        .map((row, context) -> new KeptAnswer(
            caller,
            requestKey,
            row.getString(1),
            row.getBytes(2),
            row.getString(3),
            Instant.ofEpochMilli(row.getLong(4))))
        .findOne();
  }

  public void keepAnswer(KeptAnswer kept) {
    handle
        .createUpdate("INSERT INTO kept_answers (caller, request_key, fingerprint, answer,"
            + " data_key, ends_at) VALUES (:caller, :key, :fingerprint, :answer, :dataKey, :end)"
            + " ON CONFLICT (caller, request_key) DO UPDATE SET fingerprint = excluded.fingerprint,"
            + " answer = excluded.answer, data_key = excluded.data_key, ends_at = excluded.ends_at")
        .bind("caller", kept.caller())
        .bind("key", kept.requestKey())
        .bind("fingerprint", kept.fingerprint())
        .bind("answer", kept.answer())
        .bind("dataKey", kept.dataKey())
        .bind("end", kept.endsAt().toEpochMilli())
        .execute();
  }

  private void write(Entry before, String document, boolean deleted, String by, Instant at) {
    int rows = handle
        .createUpdate("UPDATE entries SET document = :document, version = version + 1,"
            + " revision = :revision, changed_at = :at, changed_by = :by, deleted = :deleted"
            + " WHERE kind = :kind AND id = :id AND version = :version AND NOT deleted")
        .bind("document", document)
        .bind("revision", revision)
        .bind("at", at.toEpochMilli())
        .bind("by", by)
        .bind("deleted", deleted)
        .bind("kind", before.id().kind())
        .bind("id", before.id().id())
        .bind("version", before.version())
        .execute();
    if (rows == 0) {
      Entry now = find(before.id()).orElse(before);
      throw new Stale(now.changedBy(), now.changedAt(), now.deleted());
    }
  }

  private void clear(EntryId id) {
    for (String table : new String[] {"words", "secrets"}) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE kind = :kind AND entry = :id")
          .bind("kind", id.kind())
          .bind("id", id.id())
          .execute();
    }
  }

  private void putWords(EntryId id, Map<String, String> words) {
    words.forEach((what, word) -> {
      int rows = handle
          .createUpdate("INSERT INTO words (kind, what, word, entry)"
              + " VALUES (:kind, :what, :word, :id) ON CONFLICT (kind, what, word) DO NOTHING")
          .bind("kind", id.kind())
          .bind("what", what)
          .bind("word", word)
          .bind("id", id.id())
          .execute();
      if (rows == 0) {
        throw new Taken(what, id.id());
      }
    });
  }

  private void putSecrets(EntryId id, Map<String, SealedSecret> secrets) {
    secrets.forEach((key, locked) -> handle
        .createUpdate("INSERT INTO secrets (kind, entry, id, blob, data_key)"
            + " VALUES (:kind, :entry, :id, :blob, :dataKey)")
        .bind("kind", id.kind())
        .bind("entry", id.id())
        .bind("id", key)
        .bind("blob", locked.blob())
        .bind("dataKey", locked.dataKey())
        .execute());
  }
}
