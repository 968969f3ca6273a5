package dev.jeton.server.limits;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import dev.jeton.server.http.Opening;
import dev.jeton.server.http.Quota;
import dev.jeton.server.http.Throttle;
import io.github.bucket4j.TimeMeter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts requests, tokens and wrong proofs on this node, and what others count too. */
final class Limits implements Throttle {
  private final Supplier<Rates> rates;
  private final News news;
  private final Map<Limit, Buckets> buckets = new EnumMap<>(Limit.class);

  /** For a node that is alone. */
  Limits(Supplier<Rates> rates, int mostBuckets, LongSupplier nanos) {
    this(rates, mostBuckets, nanos, News.none());
  }

  Limits(Supplier<Rates> rates, int mostBuckets, LongSupplier nanos, News news) {
    this.rates = rates;
    this.news = news;
    TimeMeter time = new Monotonic(nanos);
    for (Limit limit : Limit.values()) {
      buckets.put(limit, new Buckets(limit, mostBuckets, time, news));
    }
  }

  @Override
  public Optional<Quota> proof(Arrival arrival) {
    int rate = wrongProofs(rates.get(), arrival);
    return rate == 0 ? Optional.empty() : of(Limit.WRONG_PROOFS).look(network(arrival), rate);
  }

  @Override
  public void wrongProof(Arrival arrival) {
    int rate = wrongProofs(rates.get(), arrival);
    if (rate > 0) {
      of(Limit.WRONG_PROOFS).take(network(arrival), rate, 1, 0);
    }
  }

  @Override
  public Optional<Quota> request(Need need, Caller caller, Arrival arrival) {
    return count(need, caller, arrival, 1, 0);
  }

  @Override
  public Optional<Quota> more(Need need, Caller caller, Arrival arrival, int times) {
    return count(need, caller, arrival, times, 1);
  }

  private Optional<Quota> count(Need need, Caller caller, Arrival arrival, int times, int before) {
    Limit limit = limit(need, caller);
    Rates now = rates.get();
    int rate = limit == null || spared(now, caller) ? 0 : now.of(limit);
    if (limit == null || rate == 0) {
      return Optional.empty();
    }
    if (limit == Limit.NETWORK) {
      return Optional.of(of(limit).take(network(arrival), rate, times, before));
    }
    return requester(now, caller, times, before)
        .filter(Quota::over)
        .or(() -> Optional.of(of(limit).take(caller.key(), rate, times, before)));
  }

  /** Counts the user whom the proof is about. */
  private Optional<Quota> requester(Rates now, Caller caller, int times, int before) {
    int rate = now.of(Limit.REQUESTER);
    return rate == 0
        ? Optional.empty()
        : caller
            .user()
            .map(user ->
                of(Limit.REQUESTER).take(new UserOf(caller.key(), user), rate, times, before));
  }

  @Override
  public Optional<Quota> costly(Arrival arrival) {
    Rates now = rates.get();
    int rate = arrival.local() && !now.inside() ? 0 : now.of(Limit.SIGN_IN);
    return rate == 0
        ? Optional.empty()
        : Optional.of(of(Limit.SIGN_IN).take(network(arrival), rate, 1, 0));
  }

  @Override
  public Optional<Quota> visit(Opening opening, Arrival arrival) {
    VisitorsOf key = new VisitorsOf(opening.visitor().openDoor(), network(arrival));
    return Optional.of(of(Limit.DOOR_NETWORK).take(key, opening.perNetwork(), 1, 0));
  }

  @Override
  public Optional<Quota> entry(Opening opening) {
    String door = opening.visitor().openDoor();
    return Optional.of(of(Limit.DOOR).take(door, opening.inTotal(), 1, 0));
  }

  /** Whoever brings no proof is counted by its network alone, whatever users it names. */
  @Override
  public Optional<Quota> user(Caller caller, String user) {
    Rates now = rates.get();
    int rate = spared(now, caller) || isUnproven(caller) ? 0 : now.of(Limit.USER);
    return rate == 0
        ? Optional.empty()
        : Optional.of(of(Limit.USER).take(new UserOf(caller.key(), user), rate, 1, 0));
  }

  @Override
  public Optional<Quota> users(Caller caller, Map<String, Integer> times) {
    Rates now = rates.get();
    int rate = spared(now, caller) || isUnproven(caller) ? 0 : now.of(Limit.USER);
    if (rate == 0) {
      return Optional.empty();
    }
    Buckets users = of(Limit.USER);
    for (Map.Entry<String, Integer> one : times.entrySet()) {
      Optional<Quota> over =
          users.look(new UserOf(caller.key(), one.getKey()), rate, one.getValue());
      if (over.isPresent()) {
        return over;
      }
    }
    Optional<Quota> least = Optional.empty();
    for (Map.Entry<String, Integer> one : times.entrySet()) {
      Quota taken = users.take(new UserOf(caller.key(), one.getKey()), rate, one.getValue(), 0);
      if (taken.over()) {
        return Optional.of(taken);
      }
      least = least.filter(other -> other.left() <= taken.left()).or(() -> Optional.of(taken));
    }
    return least;
  }

  /** Some of what other nodes do not know yet. */
  List<Use> news(int most) {
    return news.take(most);
  }

  /** They could not be told. */
  void untold(List<Use> uses) {
    uses.forEach(use -> of(use.limit()).untold(use));
  }

  void takenElsewhere(List<Use> uses) {
    uses.forEach(use -> of(use.limit()).takenElsewhere(use));
  }

  Buckets of(Limit limit) {
    Buckets found = buckets.get(limit);
    if (found == null) {
      throw new IllegalArgumentException("no buckets for " + limit);
    }
    return found;
  }

  private static @Nullable Limit limit(Need need, Caller caller) {
    return switch (need) {
      case OPEN, INSIDE -> null;
      case MINT -> isUnproven(caller) ? Limit.NETWORK : Limit.MINT;
      case VERIFY -> isUnproven(caller) ? Limit.NETWORK : Limit.VERIFY;
      case ADMINISTRATION -> Limit.ADMINISTER;
    };
  }

  private static boolean isUnproven(Caller caller) {
    return caller instanceof Caller.Anonymous
        || caller instanceof Caller.Visitor
        || caller instanceof Caller.Stranger;
  }

  private static boolean spared(Rates now, Caller caller) {
    return !now.inside() && (caller instanceof Caller.Local || caller instanceof Caller.Operator);
  }

  private static int wrongProofs(Rates now, Arrival arrival) {
    return arrival.local() && !now.inside() ? 0 : now.of(Limit.WRONG_PROOFS);
  }

  /** What is no address counts as one. */
  private static Object network(Arrival arrival) {
    return arrival.network().<Object>map(Function.identity()).orElse("elsewhere");
  }

  private record Monotonic(LongSupplier nanos) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nanos.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
