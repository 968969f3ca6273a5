package dev.jeton.server.limits;

import dev.jeton.server.http.Quota;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of one limit, in memory and bounded. A bucket that was idle for a window is full again,
 * so forgetting it changes nothing.
 */
final class Buckets {
  private final Limit limit;
  private final int most;
  private final TimeMeter time;
  private final Map<Object, Held> held;
  private final LongAdder refused = new LongAdder();
  private final LongAdder forgotten = new LongAdder();

  /** A bucket and the rate that it was made for. */
  private record Held(Bucket bucket, int rate) {}

  Buckets(Limit limit, int most, TimeMeter time) {
    this.limit = limit;
    this.most = most;
    this.time = time;
    this.held = new LinkedHashMap<>(16, 0.75f, true);
  }

  /**
   * Takes all of it, or nothing when that is too much.
   *
   * @param before how many the same request took already, and would take again when it comes again
   */
  Quota take(Object key, int rate, int times, int before) {
    Bucket bucket = bucket(key, rate);
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(times);
    return probe.isConsumed()
        ? quota(rate, probe.getRemainingTokens(), false, probe.getNanosToWaitForReset())
        : refused(bucket, rate, times + before);
  }

  /** The refusal of one more, if it would be refused; takes nothing and makes no bucket. */
  Optional<Quota> look(Object key, int rate) {
    return look(key, rate, 1);
  }

  /** The refusal of so many more, if they would be refused; takes nothing and makes no bucket. */
  Optional<Quota> look(Object key, int rate, int times) {
    Bucket bucket = find(key, rate);
    if (bucket == null) {
      return times > rate ? Optional.of(refused(full(rate), rate, times)) : Optional.empty();
    }
    return bucket.getAvailableTokens() >= times
        ? Optional.empty()
        : Optional.of(refused(bucket, rate, times));
  }

  synchronized int size() {
    return held.size();
  }

  /** How many were too much. */
  long refused() {
    return refused.sum();
  }

  /** How many buckets made room for others before they were full again. */
  long forgotten() {
    return forgotten.sum();
  }

  private Quota refused(Bucket bucket, int rate, int wanted) {
    refused.increment();
    EstimationProbe probe = bucket.estimateAbilityToConsume(wanted);
    long nanos = wanted > rate ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
    return quota(rate, probe.getRemainingTokens(), true, nanos);
  }

  private Quota quota(int rate, long left, boolean over, long nanos) {
    return new Quota(
        limit.word(), limit.what(), rate, Limit.WINDOW.toSeconds(), left, over, seconds(nanos));
  }

  /** Whole seconds, so that nothing is too early. */
  private static long seconds(long nanos) {
    long second = TimeUnit.SECONDS.toNanos(1);
    return (nanos + second - 1) / second;
  }

  private synchronized Bucket bucket(Object key, int rate) {
    Bucket found = find(key, rate);
    if (found != null) {
      return found;
    }
    Bucket made = full(rate);
    held.put(key, new Held(made, rate));
    forgetEldest();
    return made;
  }

  private synchronized @Nullable Bucket find(Object key, int rate) {
    Held found = held.get(key);
    return found == null || found.rate() != rate ? null : found.bucket();
  }

  private void forgetEldest() {
    if (held.size() > most) {
      var eldest = held.entrySet().iterator();
      Held gone = eldest.next().getValue();
      eldest.remove();
      if (gone.bucket().getAvailableTokens() < gone.rate()) {
        forgotten.increment();
      }
    }
  }

  private Bucket full(int rate) {
    return Bucket.builder()
        .addLimit(stage -> stage.capacity(rate).refillGreedy(rate, Limit.WINDOW))
        .withCustomTimePrecision(time)
        .build();
  }
}
