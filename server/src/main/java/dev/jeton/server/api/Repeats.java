package dev.jeton.server.api;

import dev.jeton.server.access.Asker;
import dev.jeton.server.access.Problem;
import dev.jeton.server.api.FirstRequests.First;
import dev.jeton.server.api.FirstRequests.Kept;
import dev.jeton.server.api.FirstRequests.RequestKey;
import dev.jeton.server.audit.AuditOutcome;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.IdempotencyKey;
import dev.jeton.server.http.Refused;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request that comes again under the same {@code Idempotency-Key} with the same token.
 *
 * <p>Kept is no token but what made it: the moment and the seed of its randomness. The first request
 * leaves the audit row, its repeats none.
 */
public final class Repeats {
  private static final String HEADER = IdempotencyKey.HEADER;

  private final InstantSource clock;
  private final RandomGenerator random;
  private final FirstRequests firsts = new FirstRequests();

  Repeats(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** Mints, or mints again what the first request under this key got. */
  public Answer answer(Call call, Function<MintMoment, Answer> mint) {
    String header = IdempotencyKey.of(call);
    if (header == null) {
      return mint.apply(new MintMoment(clock.instant(), random, false));
    }
    Asker asker = call.asker();
    RequestKey key = new RequestKey(call.route(), header);
    String fingerprint = call.pathParameters() + call.body().fingerprint();
    First first = new First(fingerprint, clock.instant(), random.nextLong());
    First earlier = findOrKeep(asker, key, first);
    return earlier == null ? first(asker, key, first, mint) : again(earlier, fingerprint, mint);
  }

  /** The earlier request under this key; null where this is the first, which is kept then. */
  private @Nullable First findOrKeep(Asker asker, RequestKey key, First first) {
    synchronized (firsts) {
      First earlier = firsts.find(asker, key, clock.instant());
      if (earlier == null && firsts.keep(asker, key, first) == Kept.FULL) {
        throw new Refused(new Problem(
            503,
            "idempotency-full",
            "too many " + HEADER + "s are kept already; ask without one, or later"));
      }
      return earlier;
    }
  }

  /** Mints with no lock held: signing takes its time, and others wait for nothing of this. */
  private Answer first(
      Asker asker, RequestKey key, First first, Function<MintMoment, Answer> mint) {
    boolean minted = false;
    try {
      Answer answer = mint.apply(first.moment());
      minted = true;
      return answer.whenRecorded(outcome -> settle(asker, key, first, outcome));
    } finally {
      if (!minted) {
        firsts.forget(asker, key);
      }
    }
  }

  private static Answer again(
      First earlier, String fingerprint, Function<MintMoment, Answer> mint) {
    if (!earlier.hasBody(fingerprint)) {
      throw new Refused(new Problem(
          422,
          "idempotency-key-reused",
          "this " + HEADER + " was used with another body; take a new key for a new request"));
    }
    if (!earlier.isRecorded()) {
      throw new Refused(new Problem(
          409,
          "idempotency-key-busy",
          "the first request with this " + HEADER + " is still under way; try again"));
    }
    return mint.apply(earlier.moment()).withRows(List.of());
  }

  private void settle(Asker asker, RequestKey key, First first, AuditOutcome outcome) {
    if (outcome instanceof AuditOutcome.Written) {
      first.setRecorded();
    } else {
      firsts.forget(asker, key);
    }
  }
}
