package dev.jeton.server.callers;

import dev.jeton.server.access.Callers;
import dev.jeton.server.access.Callers.Identified;
import dev.jeton.server.access.Presented;
import dev.jeton.server.access.Proof;
import dev.jeton.server.callers.CallerKeys.Found;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** A caller's proof: {@code Bearer} and one of its API keys. */
@Singleton
final class ApiKeyProof implements Proof {
  private final CallerKeys keys;
  private final KnownCallers callers;
  private final KeyUses uses;
  private final InstantSource clock;

  ApiKeyProof(CallerKeys keys, KnownCallers callers, KeyUses uses, InstantSource clock) {
    this.keys = keys;
    this.callers = callers;
    this.uses = uses;
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
              .map(caller -> Map.of("name", caller.spec().name(), "key", key.label()))
              .orElse(Map.of()));
    }
    uses.used(key.label(), now);
    return new Identified.As(callers.seen(((Found.Usable) found).caller()));
  }

  private static Identified wrong(String code, Map<String, String> details) {
    return new Identified.Wrong(Callers.WRONG, code, details);
  }
}
