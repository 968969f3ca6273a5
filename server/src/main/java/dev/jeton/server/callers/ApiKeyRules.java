package dev.jeton.server.callers;

import dev.jeton.server.admin.SecretRules;
import dev.jeton.tokens.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The API keys of callers: made here, shown once, and kept as a hash. */
final class ApiKeyRules implements SecretRules<CallerSpec> {

  @Override
  public String segment() {
    return "keys";
  }

  @Override
  public String member() {
    return "key";
  }

  @Override
  public String noun() {
    return "API key";
  }

  /** Who is known by something else has no use for a key that nobody keeps. */
  @Override
  public boolean appliesTo(CallerSpec spec) {
    return spec.bound().isEmpty();
  }

  @Override
  public boolean mayBeGiven() {
    return false;
  }

  @Override
  public Secret make(CallerSpec spec, RandomGenerator random) {
    return ApiKey.make(random);
  }

  /** None is given, so there is nothing to refuse. */
  @Override
  public void check(CallerSpec spec, Secret given) {}

  @Override
  public Secret kept(Secret secret) {
    return ApiKey.hash(secret);
  }

  @Override
  public Optional<Duration> lifetime(CallerSpec spec) {
    return spec.keysEndAfter();
  }

  @Override
  public Optional<String> label(CallerSpec spec, Secret secret) {
    return Optional.of(ApiKey.labelOf(secret));
  }
}
