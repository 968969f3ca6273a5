package dev.jeton.server.api;

import dev.jeton.server.access.Problem;
import dev.jeton.server.api.KeptMints.Found;
import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.audit.AuditOutcome;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.IdempotencyKey;
import dev.jeton.server.http.Refused;
import dev.jeton.server.store.KeptRequests.Place;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.vault.CannotOpen;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Answers a request that comes again under the same {@code Idempotency-Key} with the same token,
 * whichever node it comes to.
 *
 * <p>Kept is no token but what made it. The first request leaves the audit row, its repeats none. A
 * request without a key goes past all of this.
 */
public final class Repeats {
  private static final String HEADER = IdempotencyKey.HEADER;
  private static final int ATTEMPT_BYTES = 16;

  private final KeptMints kept;
  private final AuditLog audit;
  private final BooleanSupplier storeAnswers;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * With what it needs.
   *
   * @param storeAnswers false while the store is known to be gone, so that nobody waits for it in
   *     vain and takes the workers of others meanwhile
   */
  Repeats(
      KeptMints kept,
      AuditLog audit,
      BooleanSupplier storeAnswers,
      InstantSource clock,
      RandomGenerator random) {
    this.kept = kept;
    this.audit = audit;
    this.storeAnswers = storeAnswers;
    this.clock = clock;
    this.random = random;
  }

  /** Whether the answer waits for the store, so that it belongs on a worker. */
  public static boolean waits(Call call) {
    return call.header(HEADER) != null;
  }

  /** What a repeat gets whose token would not be that of the first request any more. */
  public static Refused changed() {
    return refused(
        409,
        "idempotency-changed",
        "what made the first token with this " + HEADER
            + " is not the same any more, such as its key or its lifetime; take a new one for a"
            + " new token");
  }

  /** What a repeat gets whose token was revoked since the first request got it. */
  static Refused revoked() {
    return refused(
        409,
        "idempotency-revoked",
        "the token that the first request with this " + HEADER
            + " got was revoked meanwhile; take a new one for a new token");
  }

  /** What another request under a key gets that was used before. */
  public static Refused reused() {
    return refused(
        422,
        "idempotency-key-reused",
        "this " + HEADER + " was used with another body; take a new key for a new request");
  }

  /** What a repeat gets where nobody can read what the first request got. */
  public static Refused lost() {
    return refused(
        409,
        "kept-answer-lost",
        "there was a first request with this " + HEADER
            + ", but what is kept of it cannot be opened with the keys that are here; take a new"
            + " one for another request");
  }

  /** Where what is known of the call's request is kept under a key. */
  public static Place place(Call call, String key) {
    return KeptMints.place(call.asker(), call.route(), key);
  }

  /** Mints, or mints again what the first request under this key got. */
  public Answer answer(Call call, Function<MintMoment, Answer> mint) {
    String key = IdempotencyKey.of(call);
    if (key == null) {
      return mint.apply(MintMoment.once(clock.instant(), random));
    }
    if (!storeAnswers.getAsBoolean()) {
      throw unavailable();
    }
    try {
      return answer(place(call, key), call, mint);
    } catch (StoreUnavailable e) {
      throw unavailable();
    } catch (CannotOpen e) {
      throw lost();
    }
  }

  private Answer answer(Place place, Call call, Function<MintMoment, Answer> mint) {
    Instant now = clock.instant();
    String input = KeptMint.hash(call.fingerprint());
    Optional<Found> earlier = kept.find(place, now);
    if (earlier.isPresent()) {
      return again(earlier.get(), input, mint);
    }
    if (!kept.hasRoom(call.asker(), place, now)) {
      throw refused(
          503,
          "idempotency-full",
          "too many " + HEADER + "s are kept already; ask without one, or later");
    }
    KeptMint first = KeptMint.begun(input, now, bytes(SeededRandom.SEED_BYTES));
    String attempt = HexFormat.of().formatHex(bytes(ATTEMPT_BYTES));
    if (kept.begin(place, attempt, first)) {
      return first(place, attempt, first, mint);
    }
    return again(kept.find(place, now).orElseThrow(Repeats::busy), input, mint);
  }

  /** Its row is on the disk and the request settled before anybody sees a token of it. */
  private Answer first(
      Place place, String attempt, KeptMint begun, Function<MintMoment, Answer> mint) {
    boolean settled = false;
    try {
      MintMoment moment = begun.first();
      Answer answer = mint.apply(moment);
      record(answer.rows());
      settled = kept.settle(place, attempt, begun.answered(answer, moment.notes()));
      if (!settled) {
        throw busy();
      }
      return answer.withRows(List.of());
    } finally {
      if (!settled) {
        forget(place, attempt);
      }
    }
  }

  private static Answer again(Found earlier, String input, Function<MintMoment, Answer> mint) {
    if (!earlier.mint().input().equals(input)) {
      throw reused();
    }
    if (!earlier.settled()) {
      throw busy();
    }
    Answer answer = mint.apply(earlier.mint().again());
    if (!earlier.mint().isAnswer(answer)) {
      throw changed();
    }
    return answer.withRows(List.of());
  }

  private void record(List<AuditRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    CompletableFuture<AuditOutcome> outcome = new CompletableFuture<>();
    audit.append(rows, Runnable::run, outcome::complete);
    if (!(outcome.join() instanceof AuditOutcome.Written)) {
      throw refused(
          503,
          "audit-unavailable",
          "the audit log cannot be written at the moment, so nothing is issued; try again");
    }
  }

  /** If the store is gone, the attempt ends by itself. */
  private void forget(Place place, String attempt) {
    try {
      kept.forget(place, attempt);
    } catch (StoreUnavailable e) {
      return;
    }
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Refused unavailable() {
    return refused(
        503,
        "store-unavailable",
        "the database does not answer, so nobody can tell whether this " + HEADER
            + " was used before; try again, or ask without one");
  }

  /** What a request gets whose first one may still be answered. */
  public static Refused busy() {
    return refused(
            409,
            "idempotency-key-busy",
            "the first request with this " + HEADER + " is still under way; try again")
        .after(1);
  }

  private static Refused refused(int status, String code, String detail) {
    return new Refused(new Problem(status, code, detail));
  }
}
