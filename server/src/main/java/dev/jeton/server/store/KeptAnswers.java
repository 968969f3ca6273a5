package dev.jeton.server.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The answers to requests with an Idempotency-Key, by caller and key. */
public final class KeptAnswers {
  private final Database database;

  public KeptAnswers(Database database) {
    this.database = database;
  }

  /** The answer that was given, if it has not ended. */
  public static Optional<KeptAnswer> find(
      Writing writing, String caller, String requestKey, Instant now) {
    return find(writing.handle(), caller, requestKey, now);
  }

  static Optional<KeptAnswer> find(Handle handle, String caller, String requestKey, Instant now) {
    return handle
        .createQuery("SELECT fingerprint, answer, data_key, ends_at FROM kept_answers"
            + " WHERE caller = :caller AND request_key = :key AND ends_at > :now")
        .bind("caller", caller)
        .bind("key", requestKey)
        .bind("now", now.toEpochMilli())
        .map((row, context) -> new KeptAnswer(
            row.getString(1),
            new SealedSecret(row.getBytes(2), row.getString(3)),
            Instant.ofEpochMilli(row.getLong(4))))
        .findOne();
  }

  /**
   * Keeps an answer within the transaction that did what it tells.
   *
   * @return false when there is one already that has not ended: the same request came twice at once,
   *     and the transaction is to be given up
   */
  public static boolean keep(
      Writing writing, String caller, String requestKey, KeptAnswer kept, Instant now) {
    return keep(writing.handle(), caller, requestKey, kept, now);
  }

  static boolean keep(
      Handle handle, String caller, String requestKey, KeptAnswer kept, Instant now) {
    return handle.execute(
            "INSERT INTO kept_answers (caller, request_key, fingerprint, answer, data_key,"
                + " ends_at) VALUES (?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (caller, request_key) DO UPDATE SET"
                + " fingerprint = excluded.fingerprint, answer = excluded.answer,"
                + " data_key = excluded.data_key, ends_at = excluded.ends_at"
                + " WHERE kept_answers.ends_at <= ?",
            caller,
            requestKey,
            kept.fingerprint(),
            kept.answer().blob(),
            kept.answer().dataKey(),
            kept.endsAt().toEpochMilli(),
            now.toEpochMilli())
        == 1;
  }

  /** Removes some of those that ended, and tells how many. */
  public int removeEnded(Instant now, int most) {
    return database.write(handle -> handle.execute(
        "DELETE FROM kept_answers WHERE (caller, request_key) IN (SELECT caller, request_key"
            + " FROM kept_answers WHERE ends_at <= ? ORDER BY ends_at LIMIT ?)",
        now.toEpochMilli(),
        most));
  }
}
