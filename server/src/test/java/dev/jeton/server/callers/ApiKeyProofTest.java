package dev.jeton.server.callers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Asker;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Callers;
import dev.jeton.server.access.Callers.Identified;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.settings.Network;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiKeyProofTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String HERE = "192.0.2.7";
  private static final Secret OLD = ApiKey.make(new Random(1));
  private static final Secret NEW = ApiKey.make(new Random(2));
  private static final CallerSpec SHOP = spec(List.of(), true);

  private final CallerKeys keys = new CallerKeys();
  private final KeyUses uses = new KeyUses();
  private Instant now = NOW;
  private final KnownCallers callers = new KnownCallers(keys, policies -> policies.contains("p2"));
  private final ApiKeyProof proof = new ApiKeyProof(keys, callers, uses, () -> now);

  @BeforeEach
  void holdTheOldKeyAlone() {
    hold(SHOP, first());
  }

  @Test
  void aKeyProvesItsCallerWithItsPoliciesInTheirOrder() {
    assertThat(checked(HERE, OLD))
        .isEqualTo(new Identified.As(
            new Caller.Registered("c1", "shop", Map.of(), List.of("p1", "p2"), true)));
  }

  @Test
  void otherRoomsFindACallerByIdAndNameAsItsKeyShowsIt() {
    Caller.Registered shown = caller(checked(HERE, OLD));
    assertThat(callers.find("c1")).contains(shown);
    assertThat(callers.find("Shop")).contains(shown);
    assertThat(callers.find("shops")).isEmpty();
  }

  @Test
  void whatIsKeptForACallerStaysWhenItIsRenamedAndNobodyInheritsItWithTheName() {
    Asker shop = Asker.of(caller(checked(HERE, OLD)), HERE);
    hold(named("store"), first());
    Caller.Registered renamed = caller(checked(HERE, OLD));
    assertThat(renamed.id()).isEqualTo("caller:store");
    assertThat(Asker.of(renamed, HERE)).isEqualTo(shop);
    hold("c2", SHOP, first());
    assertThat(Asker.of(caller(checked(HERE, OLD)), HERE)).isNotEqualTo(shop);
  }

  private static CallerSpec named(String name) {
    return new CallerSpec(
        name,
        SHOP.description(),
        SHOP.networks(),
        SHOP.policies(),
        true,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void aCallerWithoutAPolicyThatExplainsLearnsNoReasons() {
    hold(SHOP.under(List.of("p1")), first());
    assertThat(caller(checked(HERE, OLD)).mayExplain()).isFalse();
  }

  @Test
  void whatIsNoApiKeyIsLeftToOtherProofs() {
    assertThat(proof.check(Requests.from(HERE))).isEmpty();
    assertThat(proof.check(Requests.from(HERE, "Bearer an-admin-token"))).isEmpty();
    assertThat(proof.check(Requests.from(HERE, "Basic " + text(OLD)))).isEmpty();
    String bearer = "Bearer " + text(OLD);
    assertThat(proof.check(Requests.from(HERE, bearer, bearer))).isEmpty();
  }

  @Test
  void whateverIsWrongTheAnswerIsTheSameAndOnlyTheCodeForTheAuditDiffers() {
    assertThat(wrong(Secret.ofText("jtn_nonsense"))).isEqualTo("API_KEY_MALFORMED");
    assertThat(wrong(NEW)).isEqualTo("API_KEY_UNKNOWN");
    assertThat(wrong(sameLabel())).isEqualTo("API_KEY_WRONG");
    hold(SHOP, first().disable("old", NOW));
    assertThat(wrong(OLD)).isEqualTo("API_KEY_DISABLED");
    hold(SHOP, first().revoke("old", NOW));
    assertThat(wrong(OLD)).isEqualTo("API_KEY_REVOKED");
    hold(SHOP, first().retire("old", NOW, Duration.ZERO));
    assertThat(wrong(OLD)).isEqualTo("API_KEY_ENDED");
    hold(spec(List.of(), false), first());
    assertThat(wrong(OLD)).isEqualTo("CALLER_DISABLED");
    hold(spec(List.of("10.0.0.0/8"), true), first());
    assertThat(wrong(OLD)).isEqualTo("API_KEY_NETWORK");
    keys.hold(List.of());
    assertThat(wrong(OLD)).isEqualTo("API_KEY_UNKNOWN");
  }

  @Test
  void theAuditNamesTheCallerWhereAWholeKeyIsRefusedAndNobodyForAGuessedOne() {
    assertThat(refusal(sameLabel()).details()).isEmpty();
    hold(spec(List.of("10.0.0.0/8"), true), first());
    assertThat(refusal(OLD).details())
        .isEqualTo(Map.of("name", "shop", "key", ApiKey.labelOf(OLD)));
  }

  @Test
  void aKeyCountsUntilItsEndAndNotAtIt() {
    hold(SHOP, first().retire("old", NOW, HOUR));
    now = NOW.plus(HOUR).minusNanos(1);
    assertThat(caller(checked(HERE, OLD)).name()).isEqualTo("shop");
    now = NOW.plus(HOUR);
    assertThat(wrong(OLD)).isEqualTo("API_KEY_ENDED");
    now = NOW.plus(HOUR).plusNanos(1);
    assertThat(wrong(OLD)).isEqualTo("API_KEY_ENDED");
  }

  @Test
  void bothLiveKeysCountAndAfterTheOverlapTheNewOneAlone() {
    KeyVersions both = first().prepare(version("new", NEW), NOW);
    hold(SHOP, both);
    assertThat(checked(HERE, NEW)).isEqualTo(checked(HERE, OLD));
    hold(SHOP, both.activate("new", NOW, HOUR));
    assertThat(checked(HERE, OLD)).isInstanceOf(Identified.As.class);
    now = NOW.plus(HOUR);
    assertThat(wrong(OLD)).isEqualTo("API_KEY_ENDED");
    assertThat(checked(HERE, NEW)).isInstanceOf(Identified.As.class);
  }

  @Test
  void aKeyCountsFromItsNetworksAlone() {
    hold(spec(List.of("192.0.2.0/24", "fd00::/8"), true), first());
    assertThat(checked("192.0.2.255", OLD)).isInstanceOf(Identified.As.class);
    assertThat(checked("fd00::1", OLD)).isInstanceOf(Identified.As.class);
    assertThat(checked("::ffff:192.0.2.9", OLD)).isInstanceOf(Identified.As.class);
    assertThat(checked("192.0.3.0", OLD)).isInstanceOf(Identified.Wrong.class);
    assertThat(checked("127.0.0.1", OLD)).isInstanceOf(Identified.Wrong.class);
  }

  @Test
  void onlyAProofThatCountsIsAUse() {
    wrong(sameLabel());
    assertThat(uses.last(ApiKey.labelOf(OLD))).isEmpty();
    checked(HERE, OLD);
    assertThat(uses.last(ApiKey.labelOf(OLD))).contains(NOW);
    now = NOW.plusMillis(999);
    checked(HERE, OLD);
    assertThat(uses.last(ApiKey.labelOf(OLD))).contains(NOW);
    now = NOW.plusMillis(1000);
    checked(HERE, OLD);
    assertThat(uses.last(ApiKey.labelOf(OLD))).contains(now);
  }

  private String wrong(Secret key) {
    Identified.Wrong refusal = refusal(key);
    assertThat(refusal.problem()).isEqualTo(Callers.WRONG);
    return refusal.exactCode();
  }

  private Identified.Wrong refusal(Secret key) {
    return (Identified.Wrong) checked(HERE, key);
  }

  private Identified checked(String address, Secret key) {
    return proof.check(Requests.from(address, "Bearer " + text(key))).orElseThrow();
  }

  private static Caller.Registered caller(Identified identified) {
    return (Caller.Registered) ((Identified.As) identified).caller();
  }

  private void hold(CallerSpec spec, KeyVersions versions) {
    hold("c1", spec, versions);
  }

  private void hold(String id, CallerSpec spec, KeyVersions versions) {
    Map<String, Secret> hashes = new HashMap<>();
    for (KeyVersion live : versions.live()) {
      hashes.put(live.id(), ApiKey.hash(live.id().equals("old") ? OLD : NEW));
    }
    keys.hold(List.of(new Stored<>(id, spec, versions, hashes, 1, NOW, NOW, "test")));
  }

  private static KeyVersions first() {
    return KeyVersions.startingWith(version("old", OLD));
  }

  private static KeyVersion version(String id, Secret key) {
    return KeyVersion.prepared(id, NOW).labelled(ApiKey.labelOf(key));
  }

  /** A key that was never made, with the name of one that was. */
  private static Secret sameLabel() {
    String checked = ApiKey.labelOf(OLD) + "0".repeat(32);
    return Secret.ofText(checked + Base62.checksum(checked));
  }

  private static CallerSpec spec(List<String> networks, boolean enabled) {
    return new CallerSpec(
        "shop",
        Optional.empty(),
        networks.stream()
            .map(text -> Objects.requireNonNull(Network.parse(text)))
            .toList(),
        List.of("p1", "p2"),
        enabled,
        Optional.empty(),
        Optional.empty());
  }

  private static String text(Secret key) {
    return new String(key.reveal(SecretAccess.forCryptography()), StandardCharsets.US_ASCII);
  }
}
