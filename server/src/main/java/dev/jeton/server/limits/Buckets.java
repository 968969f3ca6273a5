package dev.jeton.server.limits;

import dev.jeton.server.http.Quota;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.util.HashMap;
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
  private static final int LOOKED_AT = 16;

  private final Limit limit;
  private final int most;
  private final TimeMeter time;
  private final News news;
  private final Map<Object, Held> held;

  /** The same by the names that other nodes have for them; only where there may be other nodes. */
  private final Map<String, Held> named = new HashMap<>();

  /** Those of which only other nodes told so far. */
  private final Map<String, Held> strangers = new LinkedHashMap<>(16, 0.75f, true);

  private final LongAdder refused = new LongAdder();
  private final LongAdder forgotten = new LongAdder();

  /** @param news gets what is taken */
  Buckets(Limit limit, int most, TimeMeter time, News news) {
    this.limit = limit;
    this.most = most;
    this.time = time;
    this.news = news;
    this.held = new LinkedHashMap<>(16, 0.75f, true);
  }

  /**
   * Takes all of it, or nothing when that is too much.
   *
   * @param before how many the same request took already, and would take again when it comes again
   */
  Quota take(Object key, int rate, int times, int before) {
    Held taken = taken(key, rate);
    ConsumptionProbe probe = taken.bucket().tryConsumeAndReturnRemaining(times);
    if (!probe.isConsumed()) {
      return refused(taken.bucket(), rate, times + before);
    }
    if (taken.isTold()) {
      news.taken(taken, times);
    }
    return quota(rate, probe.getRemainingTokens(), false, probe.getNanosToWaitForReset());
  }

  /** The refusal of one more, if it would be refused; takes nothing and makes no bucket. */
  Optional<Quota> look(Object key, int rate) {
    return look(key, rate, 1);
  }

  /** The refusal of so many more, if they would be refused; takes nothing and makes no bucket. */
  Optional<Quota> look(Object key, int rate, int times) {
    Held found = find(key, rate);
    if (found == null) {
      return times > rate ? Optional.of(refused(full(rate), rate, times)) : Optional.empty();
    }
    return found.bucket().getAvailableTokens() >= times
        ? Optional.empty()
        : Optional.of(refused(found.bucket(), rate, times));
  }

  /** Takes what another node told. */
  synchronized void takenElsewhere(Use use) {
    Held known = named.get(use.key());
    if (known == null) {
      known = strangers.computeIfAbsent(
          use.key(), key -> new Held(limit, key, full(use.rate()), use.rate()));
      if (strangers.size() > most) {
        gone(strangers);
      }
    }
    known.takenElsewhere(use.taken());
  }

  /** Nobody could be told, so it is told later. */
  synchronized void untold(Use use) {
    Held known = named.get(use.key());
    if (known != null) {
      news.taken(known, use.taken());
    }
  }

  synchronized int size() {
    return held.size();
  }

  /** Of how many only other nodes told. */
  synchronized int strangers() {
    return strangers.size();
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
        limit.word(),
        limit.what(),
        rate,
        Limit.WINDOW.toSeconds(),
        Math.max(0, left),
        over,
        seconds(nanos));
  }

  /** Whole seconds, so that nothing is too early. */
  private static long seconds(long nanos) {
    long second = TimeUnit.SECONDS.toNanos(1);
    return (nanos + second - 1) / second;
  }

  private synchronized Held taken(Object key, int rate) {
    Held known = held.get(key);
    if (known != null && known.rate() == rate) {
      return known;
    }
    Held made = made(key, rate);
    held.put(key, made);
    forgetEldest();
    return made;
  }

  /** A new one, unless other nodes told of it. */
  private Held made(Object key, int rate) {
    if (!news.areTold() || key instanceof OnThisNode) {
      return new Held(limit, "", full(rate), rate);
    }
    String name = key.toString();
    Held told = strangers.remove(name);
    Held made =
        told != null && told.rate() == rate ? told : new Held(limit, name, full(rate), rate);
    named.put(name, made);
    return made;
  }

  private synchronized @Nullable Held find(Object key, int rate) {
    Held known = held.get(key);
    Held found = known == null && !strangers.isEmpty() ? strangers.get(key.toString()) : known;
    return found == null || found.rate() != rate ? null : found;
  }

  private void forgetEldest() {
    if (held.size() > most) {
      Held gone = gone(held);
      named.remove(gone.key(), gone);
    }
  }

  /**
   * Takes away one of those that were idle for longest: of some the fullest, so that whoever comes from
   * many networks does not make the server forget a network that has nothing left.
   */
  private <K> Held gone(Map<K, Held> from) {
    var all = from.entrySet().iterator();
    var gone = all.next();
    for (int looked = 1;
        looked < LOOKED_AT && all.hasNext() && gone.getValue().left() < 1;
        looked++) {
      var next = all.next();
      if (next.getValue().left() > gone.getValue().left()) {
        gone = next;
      }
    }
    from.remove(gone.getKey());
    if (gone.getValue().left() < 1) {
      forgotten.increment();
    }
    return gone.getValue();
  }

  private Bucket full(int rate) {
    return Bucket.builder()
        .addLimit(stage -> stage.capacity(rate).refillGreedy(rate, Limit.WINDOW))
        .withCustomTimePrecision(time)
        .build();
  }
}
