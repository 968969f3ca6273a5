package dev.jeton.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.http.Refused;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SecretWarningsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final KeyVersions ONE = KeyVersions.startingWith(KeyVersion.prepared("a", NOW));
  private static final Secret KNOWN = Secret.ofText("known to everybody");
  private static final Secret OWN = Secret.ofText("known to nobody");

  private record Rules() implements SecretRules<String> {
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
      return "lamp key";
    }

    @Override
    public Secret make(String spec, RandomGenerator random) {
      return OWN;
    }

    @Override
    public void check(String spec, Secret given) {
      throw Refused.badRequest(
          given.equals(KNOWN) ? "published-secret" : "wrong-secret", "it is refused");
    }
  }

  @Test
  void aSecretThatIsPublishedSinceItWasTakenIsWarnedOf() {
    assertThat(SecretWarnings.of(new Rules(), stored(ONE, Map.of("a", KNOWN)), NOW))
        .singleElement()
        .asString()
        .startsWith("lamp key a is one that everybody knows");
    assertThat(SecretWarnings.of(new Rules(), stored(ONE, Map.of("a", OWN)), NOW))
        .isEmpty();
  }

  @Test
  void oneThatRetiresWithoutAnEndIsWarnedOfUnlessTheSettingsNameIt() {
    KeyVersions open = ONE.rotate(KeyVersion.prepared("b", NOW), NOW, null);
    Map<String, Secret> secrets = Map.of("a", OWN, "b", OWN);
    assertThat(SecretWarnings.of(new Rules(), stored(open, secrets), NOW))
        .containsExactly("lamp key a verifies until somebody retires it");
    Stored<String> fixed = Stored.fixed("lamp", "lamp", open, secrets);
    assertThat(SecretWarnings.of(new Rules(), fixed, NOW)).isEmpty();
    KeyVersions ending = ONE.rotate(KeyVersion.prepared("b", NOW), NOW, Duration.ofHours(1));
    assertThat(SecretWarnings.of(new Rules(), stored(ending, secrets), NOW)).isEmpty();
  }

  private static Stored<String> stored(KeyVersions keys, Map<String, Secret> secrets) {
    return new Stored<>("lamp", "lamp", keys, secrets, 1, NOW, NOW, "operator");
  }
}
