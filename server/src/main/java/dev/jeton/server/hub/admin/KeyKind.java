package dev.jeton.server.hub.admin;

import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.SecretRules;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.admin.View;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.hub.HubAccount;
import dev.jeton.server.hub.HubKeys;
import dev.jeton.server.hub.HubTokens;
import dev.jeton.server.hub.KeySpec;
import dev.jeton.tokens.hub.ApiKey;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** {@code /api/v1/hub/keys}: user group keys and account keys. */
@Singleton
final class KeyKind implements Kind<KeySpec> {
  private final HubKeys held;
  private final AccountKind accounts;

  KeyKind(HubKeys held, AccountKind accounts) {
    this.held = held;
    this.accounts = accounts;
  }

  @Override
  public String word() {
    return "hub-key";
  }

  @Override
  public String path() {
    return "/api/v1/hub/keys";
  }

  @Override
  public String noun() {
    return "Hub API key";
  }

  @Override
  public Optional<String> platform() {
    return Optional.of(HubTokens.PLATFORM);
  }

  @Override
  public KeySpec read(Fields spec) {
    return KeyForm.read(spec);
  }

  @Override
  public Fields completed(Fields spec, RandomGenerator random) {
    return spec.has(KeyForm.API_KEY)
        ? spec
        : spec.with(Fields.of(
            Json.object(json -> json.put(KeyForm.API_KEY, ApiKey.random(random).text()))));
  }

  @Override
  public KeySpec linked(KeySpec spec, View others) {
    return spec.account()
        .map(account -> others
            .find(accounts, account)
            .map(found -> spec.of(found.id()))
            .orElseThrow(() -> Refused.badRequest(
                "unknown-account", "there is no Hub account of that id or name here")))
        .orElse(spec);
  }

  @Override
  public void write(KeySpec spec, Json out) {
    KeyForm.write(spec, out);
  }

  @Override
  public String name(KeySpec spec) {
    return spec.name();
  }

  @Override
  public Map<String, String> words(KeySpec spec) {
    return Map.of("API key", spec.key().text());
  }

  /** Who invalidated it wants it to stay so. */
  @Override
  public Set<String> revoked(KeySpec spec) {
    return spec.valid() ? Set.of() : Set.of("valid");
  }

  @Override
  public Optional<SecretRules<KeySpec>> secrets() {
    return Optional.of(new ApiSecretRules());
  }

  /** What apps have built in cannot become something else. */
  @Override
  public void check(Stored<KeySpec> one, View others) {
    held.withId(one.id())
        .filter(before -> !before.key().equals(one.spec().key()))
        .ifPresent(before -> {
          throw Refused.badRequest(
              "fixed-member", KeyForm.API_KEY + " stays what it is; create another key");
        });
  }

  @Override
  public List<String> warnings(Stored<KeySpec> one, Instant now) {
    List<String> warnings = new ArrayList<>();
    if (!one.spec().valid()) {
      warnings.add("it is invalidated, so nobody gets in with it");
    }
    account(one)
        .filter(account -> !account.enabled())
        .ifPresent(account -> warnings.add(
            "its account " + account.name() + " is switched off, so nobody gets in with it"));
    if (!one.spec().secure()) {
      warnings.add("its users need not sign, so whoever knows the API key gets in with it");
    } else if (one.verifying(now).isEmpty()) {
      warnings.add("none of its secrets is enabled, so nobody gets in with it");
    }
    return warnings;
  }

  @Override
  public void describe(Stored<KeySpec> one, Instant now, Json out) {
    account(one).ifPresent(account -> out.put("accountName", account.name()));
  }

  private Optional<HubAccount> account(Stored<KeySpec> one) {
    return one.spec().account().flatMap(held::account);
  }

  @Override
  public void hold(List<Stored<KeySpec>> all) {
    held.hold(all);
  }
}
