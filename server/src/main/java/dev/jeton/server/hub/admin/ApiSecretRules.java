package dev.jeton.server.hub.admin;

import dev.jeton.server.admin.SecretRules;
import dev.jeton.server.http.Refused;
import dev.jeton.server.hub.KeySpec;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.ApiSecret;
import java.util.random.RandomGenerator;

/** The secrets of API keys: 24 bytes, 40 characters. */
final class ApiSecretRules implements SecretRules<KeySpec> {

  @Override
  public String segment() {
    return "secrets";
  }

  @Override
  public String member() {
    return "secret";
  }

  @Override
  public String noun() {
    return "API secret";
  }

  @Override
  public Secret make(KeySpec spec, RandomGenerator random) {
    return ApiSecret.random(random).text();
  }

  @Override
  public void check(KeySpec spec, Secret given) {
    Outcome<ApiSecret> outcome = ApiSecret.parse(given);
    if (outcome instanceof Outcome.Refused<ApiSecret> refused) {
      throw Refused.badRequest(
          "wrong-secret",
          "secret must be a Hub's API secret of 40 characters, or absent to have one made: "
              + refused.detail());
    }
    ((Outcome.Accepted<ApiSecret>) outcome).value().fault().ifPresent(fault -> {
      throw Refused.badRequest(
          "published-secret",
          "secret cannot be taken: " + fault + "; leave it out to have one made");
    });
  }
}
