package dev.jeton.server.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What can be done inside of one transaction. No other writer is in its own at the same time. */
public final class Writing {
  private final Handle handle;
  private final long revision;
  private final Map<EntryId, Entry> changed = new LinkedHashMap<>();
  private boolean asked;

  Writing(Handle handle, long revision) {
    this.handle = handle;
    this.revision = revision;
  }

  /** The entry as it is now, also when it is deleted. */
  public Optional<Entry> find(EntryId id) {
    return EntryRows.of(handle, id).stream().findFirst();
  }

  /** What was written after that revision and before this transaction, in order, deleted ones too. */
  public List<Entry> changedSince(long since) {
    return EntryRows.changedSince(handle, since);
  }

  /** Makes an entry under an id that never was one's; throws {@link Taken}. */
  public Entry create(EntryId id, Content content, String by, Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.MILLIS);
    Entry entry =
        new Entry(id, content.document(), 1, revision, now, now, by, false, content.secrets());
    int made = handle.execute(
        "INSERT INTO entries (kind, id, document, version, revision, created_at, changed_at,"
            + " changed_by, deleted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (kind, id) DO NOTHING",
        id.kind(),
        id.id(),
        entry.document(),
        entry.version(),
        revision,
        now.toEpochMilli(),
        now.toEpochMilli(),
        by,
        false);
    if (made == 0) {
      throw new Taken("id", id.id(), id);
    }
    return written(entry, Words.NONE, content.words(), Map.of());
  }

  /**
   * Changes an entry; throws {@link Stale} or {@link Taken}. When all is as it was, nothing is
   * written and the entry keeps its version.
   */
  public Entry change(Entry before, Content content, String by, Instant at) {
    Entry now = current(before);
    Words words = new BelowEntry(handle, now.id()).words();
    if (now.document().equals(content.document())
        && now.secrets().equals(content.secrets())
        && words.equals(content.words())) {
      return now;
    }
    Entry entry = next(now, content.document(), by, at, false, content.secrets());
    return written(entry, words, content.words(), now.secrets());
  }

  /** Deletes an entry but for the fact that it was there; throws {@link Stale}. */
  public Entry delete(Entry before, String by, Instant at) {
    Entry now = current(before);
    Words words = new BelowEntry(handle, now.id()).words();
    return written(next(now, "", by, at, true, Map.of()), words, Words.NONE, now.secrets());
  }

  /** For rooms with tables of their own. */
  public Handle handle() {
    return handle;
  }

  /** This transaction's number; once somebody asked for it, it counts as used. */
  public long revision() {
    asked = true;
    return revision;
  }

  /** Whether the number stands anywhere. */
  boolean usesRevision() {
    return asked || !changed.isEmpty();
  }

  /** The entries that were written, as they are at the end. */
  List<Entry> changed() {
    return List.copyOf(changed.values());
  }

  private Entry current(Entry before) {
    Entry now = find(before.id()).orElseThrow(() -> new Stale(Entry.vanished(before)));
    if (now.deleted() || now.version() != before.version()) {
      throw new Stale(now);
    }
    return now;
  }

  private Entry next(
      Entry now,
      String document,
      String by,
      Instant at,
      boolean deleted,
      Map<String, SealedSecret> secrets) {
    Entry entry = new Entry(
        now.id(),
        document,
        now.version() + 1,
        revision,
        now.createdAt(),
        at.truncatedTo(ChronoUnit.MILLIS),
        by,
        deleted,
        secrets);
    handle.execute(
        "UPDATE entries SET document = ?, version = ?, revision = ?, changed_at = ?,"
            + " changed_by = ?, deleted = ? WHERE kind = ? AND id = ?",
        document,
        entry.version(),
        revision,
        entry.changedAt().toEpochMilli(),
        by,
        deleted,
        now.id().kind(),
        now.id().id());
    return entry;
  }

  private Entry written(
      Entry entry, Words before, Words now, Map<String, SealedSecret> secretsBefore) {
    BelowEntry below = new BelowEntry(handle, entry.id());
    below.replace(before, now);
    below.replace(secretsBefore, entry.secrets());
    changed.put(entry.id(), entry);
    return entry;
  }
}
