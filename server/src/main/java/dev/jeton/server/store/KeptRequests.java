package dev.jeton.server.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Requests with an Idempotency-Key whose work is not done inside of a transaction, in the table of the
 * kept answers: first begun, for a while, then settled or forgotten. All calls block.
 */
public final class KeptRequests {
  private static final String SETTLED = "settled";

  private final Database database;

  public KeptRequests(Database database) {
    this.database = database;
  }

  /** Under which key of which caller. */
  public record Place(String caller, String requestKey) {}

  /**
   * What is kept of a request.
   *
   * @param settled whether it is done, or else still under way
   */
  public record Found(boolean settled, SealedSecret content) {}

  /** What was done in the transaction that keeps it. */
  public record Settled(Place place, SealedSecret content, Instant now, Instant endsAt) {}

  /** Another request holds the place. */
  public static final class PlaceTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlaceTaken() {
      super("another request was faster");
    }
  }

  static void keep(Handle handle, Settled kept) {
    KeptAnswer answer = new KeptAnswer(SETTLED, kept.content(), kept.endsAt());
    Place place = kept.place();
    if (!KeptAnswers.keep(handle, place.caller(), place.requestKey(), answer, kept.now())) {
      throw new PlaceTaken();
    }
  }

  static void drop(Handle handle, Settled kept) {
    handle.execute(
        "DELETE FROM kept_answers WHERE caller = ? AND request_key = ?",
        kept.place().caller(),
        kept.place().requestKey());
  }

  /** The request that holds the place, if its time has not ended. */
  public Optional<Found> find(Place place, Instant now) {
    return database
        .read(handle -> KeptAnswers.find(handle, place.caller(), place.requestKey(), now))
        .map(kept -> new Found(kept.fingerprint().equals(SETTLED), kept.answer()));
  }

  /**
   * Takes the place; of those who try at once, one does.
   *
   * @param attempt tells this attempt from every other
   * @param until when it counts as given up, because its node died
   */
  public boolean begin(
      Place place, String attempt, SealedSecret content, Instant now, Instant until) {
    KeptAnswer begun = new KeptAnswer(underWay(attempt), content, until);
    return database.write(
        handle -> KeptAnswers.keep(handle, place.caller(), place.requestKey(), begun, now));
  }

  /** Keeps what was done; false when the attempt lost its place, and must not be answered. */
  public boolean settle(Place place, String attempt, SealedSecret content, Instant endsAt) {
    return database.write(handle -> handle.execute(
            "UPDATE kept_answers SET fingerprint = ?, answer = ?, data_key = ?, ends_at = ?"
                + " WHERE caller = ? AND request_key = ? AND fingerprint = ?",
            SETTLED,
            content.blob(),
            content.dataKey(),
            endsAt.toEpochMilli(),
            place.caller(),
            place.requestKey(),
            underWay(attempt))
        == 1);
  }

  /** Gives the place up. */
  public void forget(Place place, String attempt) {
    database.write(handle -> handle.execute(
        "DELETE FROM kept_answers WHERE caller = ? AND request_key = ? AND fingerprint = ?",
        place.caller(),
        place.requestKey(),
        underWay(attempt)));
  }

  /** How many places a caller has taken, or that many if there are more. */
  public int count(String caller, int most) {
    return database.read(handle -> handle
        .createQuery("SELECT count(*) FROM (SELECT 1 FROM kept_answers WHERE caller = :caller"
            + " LIMIT :most) AS taken")
        .bind("caller", caller)
        .bind("most", most)
        .mapTo(Integer.class)
        .one());
  }

  /** The same for all who share a name, and whom their addresses behind it tell apart. */
  public int countOfAddresses(String name, int most) {
    return database.read(handle -> handle
        .createQuery("SELECT count(*) FROM (SELECT 1 FROM kept_answers"
            + " WHERE substr(caller, 1, :length) = :start LIMIT :most) AS taken")
        .bind("length", name.length() + 1)
        .bind("start", name + " ")
        .bind("most", most)
        .mapTo(Integer.class)
        .one());
  }

  /** The same for all callers. */
  public int countAll(int most) {
    return database.read(handle -> handle
        .createQuery("SELECT count(*) FROM (SELECT 1 FROM kept_answers LIMIT :most) AS taken")
        .bind("most", most)
        .mapTo(Integer.class)
        .one());
  }

  private static String underWay(String attempt) {
    return "under-way " + attempt;
  }
}
