package dev.jeton.server.store;

import java.time.Instant;

/**
 * What was revoked, even when the history of its entry has forgotten it or the entry is deleted. A
 * restore of an older backup leaves it revoked.
 */
public final class Revocations {
  /**
   * The kind of entries that are revocations themselves. They never change, and a restore deletes none
   * of them.
   */
  public static final String KIND = "revocation";

  /** Before the name of a member of the spec, where not a key was revoked. */
  public static final String MEMBER = "spec.";

  private Revocations() {}

  /** Writes it down once. */
  public static void add(Writing writing, String kind, String entry, String what, Instant now) {
    writing
        .handle()
        .execute(
            "INSERT INTO revocations (kind, entry, what, revoked_at) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (kind, entry, what) DO NOTHING",
            kind,
            entry,
            what,
            now.toEpochMilli());
  }

  /** Takes it back, because somebody made it valid again. */
  public static void forget(Writing writing, String kind, String entry, String what) {
    writing
        .handle()
        .execute(
            "DELETE FROM revocations WHERE kind = ? AND entry = ? AND what = ?", kind, entry, what);
  }

  /**
   * Removes what tells that there were such entries, deleted before that time, and tells how many. Of
   * other things that has to stay, as their ids are not used again; these ids are random and nobody's.
   */
  public static int purge(Writing writing, Instant before) {
    return writing
        .handle()
        .execute(
            "DELETE FROM entries WHERE kind = ? AND deleted AND changed_at < ?",
            KIND,
            before.toEpochMilli());
  }
}
