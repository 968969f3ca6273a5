package dev.jeton.server.callers;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Explanations;
import dev.jeton.server.access.RegisteredCallers;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The callers as all other rooms see them. */
@Singleton
final class KnownCallers implements RegisteredCallers {
  private final CallerKeys keys;
  private final Explanations explanations;

  @Inject
  KnownCallers(CallerKeys keys, @Any Instance<Explanations> rooms) {
    this(keys, policies -> rooms.stream().anyMatch(room -> room.granted(policies)));
  }

  KnownCallers(CallerKeys keys, Explanations explanations) {
    this.keys = keys;
    this.explanations = explanations;
  }

  @Override
  public Optional<Caller.Registered> find(String reference) {
    return keys.caller(reference).map(this::seen);
  }

  /** As its API key shows it, which says nothing else of it. */
  Caller.Registered seen(CallerSpec caller) {
    return seen(caller, Map.of());
  }

  /** With what its proof says; what a policy explains may have changed since, so it is asked anew. */
  Caller.Registered seen(CallerSpec caller, Map<String, Object> claims) {
    List<String> policies = caller.policies();
    return new Caller.Registered(caller.name(), claims, policies, explanations.granted(policies));
  }
}
