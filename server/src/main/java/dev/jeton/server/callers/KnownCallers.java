package dev.jeton.server.callers;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Explanations;
import dev.jeton.server.access.RegisteredCallers;
import dev.jeton.server.callers.CallerKeys.Known;
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

  @Override
  public Optional<String> objection(String reference, Optional<String> address) {
    return keys.caller(reference)
        .flatMap(caller -> !caller.spec().enabled()
            ? Optional.of("the caller is switched off")
            : address
                .filter(from -> !caller.spec().mayComeFrom(from))
                .map(from -> "the caller's networks do not hold that address"));
  }

  /** As its API key shows it, which says nothing else of it. */
  Caller.Registered seen(Known caller) {
    return seen(caller, Map.of());
  }

  /** With what its proof says; what a policy explains may have changed since, so it is asked anew. */
  Caller.Registered seen(Known caller, Map<String, Object> claims) {
    List<String> policies = caller.spec().policies();
    return new Caller.Registered(
        caller.id(), caller.spec().name(), claims, policies, explanations.granted(policies));
  }
}
