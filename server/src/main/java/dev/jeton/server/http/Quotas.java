package dev.jeton.server.http;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one request took from its limits, and how its answer tells that: the fields of {@code
 * draft-ietf-httpapi-ratelimit-headers}.
 */
final class Quotas {
  static final String STATE = "RateLimit";
  static final String POLICY = "RateLimit-Policy";

  private final Throttle throttle;
  private final List<Quota> taken = new ArrayList<>(2);
  private @Nullable Map<String, Integer> together;
  private @Nullable Quota tooMuch;
  private Optional<Opening> opening = Optional.empty();

  Quotas(Throttle throttle) {
    this.throttle = throttle;
  }

  void proof(Arrival arrival) {
    take(throttle.proof(arrival));
  }

  void wrongProof(Arrival arrival) {
    throttle.wrongProof(arrival);
  }

  /** Counts a request that was let in. */
  void count(Door door, Asking asking, Arrival arrival) {
    if (door.isCostly()) {
      take(throttle.costly(arrival));
    }
    opening = asking.opening();
    take(opening
        .map(open -> throttle.visit(open, arrival))
        .orElseGet(() -> throttle.request(door.need(), asking.caller(), arrival)));
  }

  void entry(Opening entered) {
    take(throttle.entry(entered));
  }

  void more(Need need, Caller caller, Arrival arrival, int times) {
    opening.ifPresentOrElse(
        open -> throttle.more(open, arrival, times).forEach(this::take),
        () -> take(throttle.more(need, caller, arrival, times)));
  }

  void user(Caller caller, String user) {
    if (together == null) {
      take(throttle.user(caller, user));
    } else {
      together(together, caller, user);
    }
  }

  /** Once it is too much for one of them nothing more is made, but all are counted up for the refusal. */
  private void together(Map<String, Integer> users, Caller caller, String user) {
    int times = users.merge(user, 1, Integer::sum);
    if (tooMuch == null) {
      tooMuch = throttle.look(caller, Map.of(user, times)).orElse(null);
    }
    if (tooMuch != null) {
      throw tooMuch.refusal();
    }
  }

  /** Counts the users of all of it once it is done. */
  <T> T together(Caller caller, Supplier<T> work) {
    Map<String, Integer> users = new LinkedHashMap<>();
    together = users;
    tooMuch = null;
    T done;
    try {
      done = work.get();
    } catch (Refused e) {
      refuse(caller, users);
      throw e;
    } finally {
      together = null;
    }
    refuse(caller, users);
    if (!users.isEmpty()) {
      take(throttle.users(caller, users));
    }
    return done;
  }

  /** Of all that was asked for, where some of it was too much. */
  private void refuse(Caller caller, Map<String, Integer> users) {
    Quota first = tooMuch;
    if (first != null) {
      take(throttle.look(caller, users).orElse(first));
    }
  }

  void mark(MultiMap headers) {
    if (!taken.isEmpty()) {
      headers.set(POLICY, joined(Quota::policy));
      headers.set(STATE, joined(Quota::state));
    }
  }

  private void take(Optional<Quota> quota) {
    quota.ifPresent(this::take);
  }

  /** Of one limit that was asked several times the last word counts. */
  private void take(Quota quota) {
    taken.removeIf(earlier -> earlier.name().equals(quota.name()));
    taken.add(quota);
    if (quota.over()) {
      throw quota.refusal();
    }
  }

  private String joined(Function<Quota, String> item) {
    if (taken.size() == 1) {
      return item.apply(taken.get(0));
    }
    StringBuilder all = new StringBuilder();
    for (Quota quota : taken) {
      all.append(all.length() == 0 ? "" : ", ").append(item.apply(quota));
    }
    return all.toString();
  }
}
