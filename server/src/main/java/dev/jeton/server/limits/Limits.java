package dev.jeton.server.limits;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import dev.jeton.server.http.Quota;
import dev.jeton.server.http.Throttle;
import dev.jeton.server.settings.Network;
import io.github.bucket4j.TimeMeter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts requests, tokens and wrong proofs on this node. */
final class Limits implements Throttle {
  /** What a customer of a network gets in IPv6; each has that many addresses to choose from. */
  private static final int CUSTOMER_BITS = 64;

  private final Supplier<Rates> rates;
  private final Map<Limit, Buckets> buckets = new EnumMap<>(Limit.class);

  Limits(Supplier<Rates> rates, int mostBuckets, LongSupplier nanos) {
    this.rates = rates;
    TimeMeter time = new Monotonic(nanos);
    for (Limit limit : Limit.values()) {
      buckets.put(limit, new Buckets(limit, mostBuckets, time));
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
    Object key = limit == Limit.NETWORK ? network(arrival) : caller.whose();
    return Optional.of(of(limit).take(key, rate, times, before));
  }

  /** Whoever brings no proof is counted by its network alone, whatever users it names. */
  @Override
  public Optional<Quota> user(Caller caller, String user) {
    Rates now = rates.get();
    int rate = spared(now, caller) || isUnproven(caller) ? 0 : now.of(Limit.USER);
    return rate == 0
        ? Optional.empty()
        : Optional.of(of(Limit.USER).take(new UserOf(caller.id(), user), rate, 1, 0));
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
    return caller instanceof Caller.Anonymous || caller instanceof Caller.Stranger;
  }

  private static boolean spared(Rates now, Caller caller) {
    return !now.inside() && (caller instanceof Caller.Local || caller instanceof Caller.Operator);
  }

  private static int wrongProofs(Rates now, Arrival arrival) {
    return arrival.local() && !now.inside() ? 0 : now.of(Limit.WRONG_PROOFS);
  }

  /** A proxy may send something else than an address; all of that counts as one. */
  private static Object network(Arrival arrival) {
    Network network = Network.around(arrival.client(), CUSTOMER_BITS);
    return network == null ? "elsewhere" : network;
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
