package dev.jeton.server.sunbird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.sunbird.Credential;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SecretEncoding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SunbirdCredentialsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Secret OLD = Secret.ofText("mT4vQ9xLr2Wb7Kd0" + "Zs8Yh3Nc6Pf1Gj5U");
  private static final Secret NEW = Secret.ofText("q8Ry5Tb1Mn6Zx4Cv" + "W2Ek7Hs9Jd3Lf0Gp");
  private static final KeyVersions ONE =
      KeyVersions.startingWith(KeyVersion.prepared("old", NOW.minusSeconds(60)));

  private final SunbirdCredentials credentials =
      new SunbirdCredentials(new SunbirdSettings(List.of(), Optional.empty()));

  @Test
  void theFormerSecretVerifiesToTheLastMomentOfTheOverlap() {
    KeyVersions rotated = ONE.rotate(KeyVersion.prepared("new", NOW), NOW, Duration.ofHours(2));
    SunbirdCredential held = held(rotated, Map.of("old", OLD, "new", NEW), 2);
    Instant end = NOW.plus(Duration.ofHours(2));
    assertThat(verifying(held, end.minusMillis(1))).hasSize(2);
    assertThat(verifying(held, end)).hasSize(1);
    assertThat(verifying(held, end.plusMillis(1))).hasSize(1);
    assertThat(held.signing(end).orElseThrow().version().orElseThrow().id()).isEqualTo("new");
    assertThat(verifying(held, NOW).get(0))
        .isEqualTo(held.signing(NOW).orElseThrow().credential());
  }

  @Test
  void aSecretThatIsOnlyPreparedVerifiesAndDoesNotSign() {
    KeyVersions two = ONE.prepare(KeyVersion.prepared("new", NOW), NOW);
    SunbirdCredential held = held(two, Map.of("old", OLD, "new", NEW), 2);
    assertThat(verifying(held, NOW)).hasSize(2);
    assertThat(held.signing(NOW).orElseThrow().version().orElseThrow().id()).isEqualTo("old");
  }

  @Test
  void aCredentialWhoseSecretsAreOffOrGoneSaysWhich() {
    SunbirdCredential off = held(ONE.disable("old", NOW), Map.of("old", OLD), 2);
    assertThat(off.signing(NOW)).isEmpty();
    assertThat(off.noKey(NOW).code()).isEqualTo("key-disabled");
    assertThat(reason(off, NOW)).isEqualTo(Reason.KEY_DISABLED);

    SunbirdCredential gone = held(ONE.revoke("old", NOW), Map.of(), 3);
    assertThat(gone.noKey(NOW).code()).isEqualTo("key-ended");
    assertThat(reason(gone, NOW)).isEqualTo(Reason.KEY_ENDED);

    KeyVersions ending = ONE.retire("old", NOW, Duration.ofSeconds(10));
    SunbirdCredential ended = held(ending, Map.of("old", OLD), 4);
    assertThat(verifying(ended, NOW.plusMillis(9_999))).hasSize(1);
    assertThat(reason(ended, NOW.plusSeconds(10))).isEqualTo(Reason.KEY_ENDED);
  }

  @Test
  void whatDidNotChangeIsNotMadeAgain() {
    SunbirdCredential before = held(ONE, Map.of("old", OLD), 2);
    Stored<CredentialSpec> same = stored("a", "web", ONE, Map.of("old", NEW), 2, false);
    credentials.hold(List.of(same));
    SunbirdCredential after = credentials.ofKey("web-key").orElseThrow();
    assertThat(after).isNotSameAs(before);
    credentials.hold(List.of(same));
    assertThat(credentials.ofKey("web-key").orElseThrow()).isSameAs(after);
  }

  @Test
  void aSecretThatIsPublishedSinceItWasStoredGoesOnAsOnEveryPlatform() {
    Secret published = Secret.ofText("e71829c351aa4242" + "c2719cbfbe671c09");
    SunbirdCredential held = held(ONE, Map.of("old", published), 2);
    assertThat(held.signing(NOW)).isPresent();
    assertThat(verifying(held, NOW)).hasSize(1);
  }

  @Test
  void theMarkedOneIsTheDefaultElseThatOfTheSettingsElseTheOnlyOne() {
    Stored<CredentialSpec> a = stored("a", "a", ONE, Map.of("old", OLD), 1, false);
    Stored<CredentialSpec> b = stored("b", "b", ONE, Map.of("old", NEW), 1, false);
    credentials.hold(List.of(a));
    assertThat(standard(credentials)).contains("a");
    credentials.hold(List.of(a, b));
    assertThat(standard(credentials)).isEmpty();
    credentials.hold(List.of(a, stored("b", "b", ONE, Map.of("old", NEW), 2, true)));
    assertThat(standard(credentials)).contains("b");
    SunbirdCredentials withPlain =
        new SunbirdCredentials(new SunbirdSettings(List.of(), Optional.of("a")));
    withPlain.hold(List.of(a, b));
    assertThat(standard(withPlain)).contains("a");
  }

  private SunbirdCredential held(KeyVersions keys, Map<String, Secret> secrets, long version) {
    credentials.hold(List.of(stored("a", "web", keys, secrets, version, false)));
    return credentials.named("web").orElseThrow();
  }

  private static Stored<CredentialSpec> stored(
      String id,
      String name,
      KeyVersions keys,
      Map<String, Secret> secrets,
      long version,
      boolean isDefault) {
    CredentialSpec spec = new CredentialSpec(
        name + "-key",
        name,
        Optional.empty(),
        Optional.empty(),
        Algorithm.HS256,
        Profile.STRICT,
        SecretEncoding.UTF8,
        Duration.ofMinutes(5),
        Set.of(),
        Optional.empty(),
        isDefault);
    return new Stored<>(id, spec, keys, secrets, version, NOW, NOW, "operator");
  }

  private static List<Credential> verifying(SunbirdCredential credential, Instant now) {
    return ((Outcome.Accepted<List<Credential>>) credential.verifying(now)).value();
  }

  private static Reason reason(SunbirdCredential credential, Instant now) {
    return ((Outcome.Refused<List<Credential>>) credential.verifying(now)).reason();
  }

  private static Optional<String> standard(SunbirdCredentials credentials) {
    return credentials.standard().map(SunbirdCredential::name);
  }
}
