package dev.jeton.server.callers;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Callers;
import dev.jeton.server.access.Callers.Identified;
import dev.jeton.server.access.Explanations;
import dev.jeton.server.access.Presented;
import dev.jeton.server.access.Proof;
import dev.jeton.server.callers.CallerKeys.Found;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A caller's proof: {@code Bearer} and one of its API keys. */
@Singleton
final class ApiKeyProof implements Proof {
  private final CallerKeys keys;
  private final KeyUses uses;
  private final Explanations explanations;
  private final InstantSource clock;

  @Inject
  ApiKeyProof(
      CallerKeys keys, KeyUses uses, @Any Instance<Explanations> rooms, InstantSource clock) {
    this(keys, uses, policies -> rooms.stream().anyMatch(room -> room.granted(policies)), clock);
  }

  ApiKeyProof(CallerKeys keys, KeyUses uses, Explanations explanations, InstantSource clock) {
    this.keys = keys;
    this.uses = uses;
    this.explanations = explanations;
    this.clock = clock;
  }

  @Override
  public Optional<Identified> check(Presented presented) {
    return presented
        .bearer()
        .filter(given -> given.startsWith(ApiKey.PREFIX))
        .map(given -> ApiKey.parse(given)
            .map(key -> identified(key, presented.arrival().client()))
            .orElseGet(() -> wrong("API_KEY_MALFORMED", Map.of())));
  }

  private Identified identified(ApiKey key, String client) {
    Instant now = clock.instant();
    Found found = keys.find(key, client, now);
    if (found instanceof Found.Refused refused) {
      return wrong(
          refused.code(),
          refused
              .caller()
              .map(caller -> Map.of("name", caller.name(), "key", key.label()))
              .orElse(Map.of()));
    }
    CallerSpec caller = ((Found.Usable) found).caller();
    uses.used(key.label(), now);
    List<String> policies = caller.policies();
    return new Identified.As(
        new Caller.Registered(caller.name(), Map.of(), policies, explanations.granted(policies)));
  }

  private static Identified wrong(String code, Map<String, String> details) {
    return new Identified.Wrong(Callers.WRONG, code, details);
  }
}
