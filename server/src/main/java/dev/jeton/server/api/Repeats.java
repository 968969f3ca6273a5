package dev.jeton.server.api;

import dev.jeton.server.access.Problem;
import dev.jeton.server.audit.AuditOutcome;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request that comes again under the same {@code Idempotency-Key} with the same token.
 *
 * <p>Kept is no token but what made it: the moment and the seed of its randomness, in memory, for a
 * day. The first request leaves the audit row, its repeats none.
 */
final class Repeats {
  static final String HEADER = "Idempotency-Key";
  static final Duration KEPT = Duration.ofHours(24);
  static final int MOST = 50_000;

  private static final int LONGEST_KEY = 255;

  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<Key, First> firsts = new LinkedHashMap<>();

  Repeats(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  private record Key(String caller, String route, String key) {}

  /** The first request under a key. */
  private static final class First {
    private final String fingerprint;
    private final Instant now;
    private final long seed;
    private boolean recorded;

    First(String fingerprint, Instant now, long seed) {
      this.fingerprint = fingerprint;
      this.now = now;
      this.seed = seed;
    }

    MintMoment moment() {
      return new MintMoment(now, new SplittableRandom(seed));
    }
  }

  /** Mints, or mints again what the first request under this key got. */
  Answer answer(Call call, Function<MintMoment, Answer> mint) {
    String header = call.header(HEADER);
    if (header == null) {
      return mint.apply(new MintMoment(clock.instant(), random));
    }
    Key key = new Key(call.caller().id(), call.route(), checked(header));
    String fingerprint = call.body().fingerprint();
    First earlier = find(key);
    return earlier == null ? first(key, fingerprint, mint) : again(earlier, fingerprint, mint);
  }

  private Answer first(Key key, String fingerprint, Function<MintMoment, Answer> mint) {
    First first = new First(fingerprint, clock.instant(), random.nextLong());
    remember(key, first);
    try {
      return mint.apply(first.moment()).whenRecorded(outcome -> settle(key, first, outcome));
    } catch (RuntimeException e) {
      forget(key);
      throw e;
    }
  }

  private static Answer again(
      First earlier, String fingerprint, Function<MintMoment, Answer> mint) {
    if (!earlier.fingerprint.equals(fingerprint)) {
      throw new Refused(new Problem(
          422,
          "idempotency-key-reused",
          "this " + HEADER + " was used with another body; take a new key for a new request"));
    }
    if (!earlier.recorded) {
      throw new Refused(new Problem(
          409,
          "idempotency-key-busy",
          "the first request with this " + HEADER + " is still under way; try again"));
    }
    return mint.apply(earlier.moment()).withRows(List.of());
  }

  private synchronized @Nullable First find(Key key) {
    Instant oldest = clock.instant().minus(KEPT);
    Iterator<First> eldest = firsts.values().iterator();
    while (eldest.hasNext() && eldest.next().now.isBefore(oldest)) {
      eldest.remove();
    }
    return firsts.get(key);
  }

  private synchronized void remember(Key key, First first) {
    if (firsts.size() >= MOST) {
      throw new Refused(new Problem(
          503,
          "idempotency-full",
          "too many " + HEADER + "s are kept already; ask without one, or later"));
    }
    if (firsts.putIfAbsent(key, first) != null) {
      throw new Refused(
          new Problem(409, "idempotency-key-busy", "two first requests with this key at once"));
    }
  }

  private synchronized void settle(Key key, First first, AuditOutcome outcome) {
    if (outcome instanceof AuditOutcome.Written) {
      first.recorded = true;
    } else {
      firsts.remove(key);
    }
  }

  private synchronized void forget(Key key) {
    firsts.remove(key);
  }

  private static String checked(String key) {
    boolean sound = !key.isEmpty()
        && key.length() <= LONGEST_KEY
        && key.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    if (!sound) {
      throw Refused.badRequest(
          "wrong-idempotency-key",
          HEADER + " must be 1 to " + LONGEST_KEY + " visible ASCII characters");
    }
    return key;
  }
}
