package dev.jeton.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.hub.HubKeys.Found;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.ApiKey;
import dev.jeton.tokens.hub.ApiSecret;
import dev.jeton.tokens.hub.ApiSignature;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HubKeysTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final Duration DAY = ApiSignature.DEFAULT_HORIZON;
  private static final ApiKey KEY = ApiKey.random(new Random(1));
  private static final ApiSecret OLD = ApiSecret.random(new Random(2));
  private static final ApiSecret NEW = ApiSecret.random(new Random(3));
  private static final KeyVersions FIRST =
      KeyVersions.startingWith(KeyVersion.prepared("old", NOW));

  private final HubKeys keys = new HubKeys();

  @Test
  void aKeyIsFoundInEverySpellingOfIt() {
    keys.hold(List.of(stored(true, Optional.empty(), FIRST)));
    assertThat(usable(KEY.text()).key().key()).isEqualTo(KEY);
    assertThat(usable(KEY.text().toUpperCase(Locale.ROOT)).key().key()).isEqualTo(KEY);
    assertThat(keys.find("no key")).isEqualTo(new Found.Unknown());
    assertThat(keys.find(ApiKey.random(new Random(9)).text())).isEqualTo(new Found.Unknown());
  }

  @Test
  void anInvalidatedKeyIsFoundAndDoesNotCount() {
    keys.hold(List.of(stored(false, Optional.empty(), FIRST)));
    assertThat(keys.find(KEY.text())).isInstanceOf(Found.Invalidated.class);
  }

  @Test
  void aKeyCountsOnlyWhileItsAccountIsThereAndSwitchedOn() {
    keys.hold(List.of(stored(true, Optional.of("a1"), FIRST)));
    assertThat(keys.find(KEY.text())).isInstanceOf(Found.NoAccount.class);
    keys.holdAccounts(List.of(account(true)));
    assertThat(usable(KEY.text()).account().map(HubAccount::name)).contains("acme");
    keys.holdAccounts(List.of(account(false)));
    assertThat(keys.find(KEY.text())).isInstanceOf(Found.NoAccount.class);
  }

  @Test
  void bothLiveSecretsSignAndARetiredOneNoMore() {
    KeyVersions prepared = FIRST.prepare(KeyVersion.prepared("new", NOW), NOW);
    keys.hold(List.of(stored(true, Optional.empty(), prepared)));
    assertThat(refusal(signed(OLD))).isEmpty();
    assertThat(refusal(signed(NEW))).isEmpty();
    KeyVersions rotated = prepared.activate("new", NOW, Duration.ZERO);
    keys.hold(List.of(stored(true, Optional.empty(), rotated)));
    assertThat(refusal(signed(OLD))).contains(Reason.BAD_SIGNATURE);
    assertThat(refusal(signed(NEW))).isEmpty();
  }

  @Test
  void aRightSignatureThatIsLateOrTooFarAheadSaysSoWhicheverSecretMadeIt() {
    KeyVersions prepared = FIRST.prepare(KeyVersion.prepared("new", NOW), NOW);
    keys.hold(List.of(stored(true, Optional.empty(), prepared)));
    for (ApiSecret secret : List.of(OLD, NEW)) {
      assertThat(refusal(ApiSignature.create(secret, NOW.minusMillis(1)))).contains(Reason.EXPIRED);
      assertThat(refusal(ApiSignature.create(secret, NOW.plus(DAY).plusMillis(1))))
          .contains(Reason.HORIZON_TOO_FAR);
    }
  }

  private Found.Usable usable(String text) {
    assertThat(keys.find(text)).isInstanceOf(Found.Usable.class);
    return (Found.Usable) keys.find(text);
  }

  private Optional<Reason> refusal(ApiSignature signature) {
    return usable(KEY.text()).key().check(signature, NOW, DAY)
            instanceof Outcome.Refused<Instant> refused
        ? Optional.of(refused.reason())
        : Optional.empty();
  }

  private static ApiSignature signed(ApiSecret secret) {
    return ApiSignature.create(secret, NOW.plusSeconds(60));
  }

  private static Stored<AccountSpec> account(boolean enabled) {
    AccountSpec spec = new AccountSpec("acme", Optional.empty(), Optional.empty(), enabled);
    return new Stored<>("a1", spec, KeyVersions.NONE, Map.of(), 1, NOW, NOW, "operator");
  }

  private static Stored<KeySpec> stored(
      boolean valid, Optional<String> account, KeyVersions versions) {
    KeySpec spec =
        new KeySpec("app", KEY, KeyType.USER_GROUP, account, true, valid, Optional.empty());
    Map<String, Secret> secrets = new HashMap<>(Map.of("old", OLD.text(), "new", NEW.text()));
    secrets.keySet().retainAll(versions.live().stream().map(KeyVersion::id).toList());
    return new Stored<>("k1", spec, versions, secrets, 1, NOW, NOW, "operator");
  }
}
