package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.IvUse;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.Parties;
import dev.jeton.tokens.kandy.SecurityKey;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.TripleIssuer;
import dev.jeton.tokens.kandy.VerifiedTriple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KandyRealmTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final KandyCipher CBC = KandyCipher.CBC;
  private static final Secret OLD = Realms.secret(CBC);
  private static final Secret NEW = Secret.ofText(Realms.OTHER_CBC_KEY);
  private static final RealmSpec SPEC = Realms.spec(CBC, Convention.A, AccountBinding.ANY);

  private final Random random = new Random(7);

  @Test
  void itMintsUpToTheEndOfItsKeyAndVerifiesWhatWasMadeBefore() {
    Instant end = NOW.plusSeconds(60);
    KandyRealm realm = Realms.realm(SPEC.keyEndsAt(Optional.of(end)));
    assertThat(realm.signing(end.minusMillis(1))).isPresent();
    assertThat(realm.signing(end)).isEmpty();
    Triple before = minted(OLD, end.minusMillis(1));
    assertThat(verified(realm, before, end.plus(Realms.DURATION).minusMillis(1)))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(reason(realm, before, end.plus(Realms.DURATION))).isEqualTo(Reason.EXPIRED);
    assertThat(reason(realm, minted(OLD, end), end.plusSeconds(1))).isEqualTo(Reason.KEY_ENDED);
  }

  @Test
  void theEndIsThatOfTheCurrentKeyAndNotOfThePreviousOne() {
    RealmSpec spec = SPEC.keyEndsAt(Optional.of(NOW));
    KandyRealm realm = KandyRealm.of(spec, rotated(Duration.ofMinutes(5)));
    assertThat(verified(realm, minted(OLD, NOW), NOW)).isInstanceOf(Outcome.Accepted.class);
    assertThat(reason(realm, minted(NEW, NOW), NOW)).isEqualTo(Reason.KEY_ENDED);
  }

  @Test
  void aKeyThatHadEndedBeforeAnotherTookOverOpensWhatWasMadeBeforeItsEndAlone() {
    Instant end = NOW.minusSeconds(60);
    KeyVersions keys = versions(Duration.ofMinutes(10)).signingUntil("old", end);
    KandyRealm realm = KandyRealm.of(SPEC, LiveKeys.of(CBC, keys, secrets()));
    assertThat(verified(realm, minted(OLD, end.minusMillis(1)), NOW))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(reason(realm, minted(OLD, end), NOW)).isEqualTo(Reason.KEY_ENDED);
    assertThat(verified(realm, minted(NEW, NOW), NOW)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void oneTokensCalleeHasToBeOneOfTheRealms() {
    KandyRealm realm = Realms.realm(SPEC);
    Outcome<List<String>> outside = realm.mayCall("help@elsewhere.example");
    assertThat(((Outcome.Refused<List<String>>) outside).reason()).isEqualTo(Reason.TO_NOT_ALLOWED);
    assertThat(realm.mayCall("help@example.com")).isEqualTo(Outcome.accepted(List.of()));
  }

  @Test
  void theRetiringKeyOpensTokensUpToItsEnd() {
    KandyRealm realm = KandyRealm.of(SPEC, rotated(Duration.ofMinutes(5)));
    Instant end = NOW.plus(Duration.ofMinutes(5));
    Triple old = minted(OLD, end.minusMillis(1));
    VerifiedTriple set = accepted(verified(realm, old, end.minusMillis(1)));
    assertThat(realm.keyWord(set.account(), end.minusMillis(1))).isEqualTo("previous");
    assertThat(reason(realm, old, end)).isEqualTo(Reason.BAD_MAC);
    VerifiedTriple fresh = accepted(verified(realm, minted(NEW, end), end));
    assertThat(realm.keyWord(fresh.account(), end)).isEqualTo("current");
    assertThat(realm.signing(end).orElseThrow().secret()).isEqualTo(NEW);
  }

  @Test
  void aDisabledKeyNeitherMintsNorVerifiesAndTheOtherOneGoesOn() {
    KeyVersions keys = versions(Duration.ofMinutes(5)).disable("new", NOW);
    KandyRealm realm = KandyRealm.of(SPEC, LiveKeys.of(CBC, keys, secrets()));
    assertThat(realm.signing(NOW)).isEmpty();
    assertThat(reason(realm, minted(NEW, NOW), NOW)).isEqualTo(Reason.BAD_MAC);
    assertThat(realm.noKey(NOW).code()).isEqualTo("key-disabled");
    VerifiedTriple set = accepted(verified(realm, minted(OLD, NOW), NOW));
    assertThat(realm.keyWord(set.to(), NOW)).isEqualTo("previous");
    KandyRealm none = KandyRealm.of(SPEC, LiveKeys.of(CBC, keys.disable("old", NOW), secrets()));
    assertThat(reason(none, minted(OLD, NOW), NOW)).isEqualTo(Reason.KEY_DISABLED);
  }

  @Test
  void aKeyForAnotherCipherOpensNothing() {
    LiveKeys keys = LiveKeys.of(
        KandyCipher.ECB,
        versions(Duration.ofMinutes(5)),
        Map.of("old", OLD, "new", Realms.secret(KandyCipher.ECB)));
    assertThat(keys.verifying(NOW)).hasSize(1);
  }

  private static KeyVersions versions(Duration overlap) {
    return KeyVersions.startingWith(KeyVersion.prepared("old", NOW))
        .rotate(KeyVersion.prepared("new", NOW), NOW, overlap);
  }

  private static LiveKeys rotated(Duration overlap) {
    return LiveKeys.of(CBC, versions(overlap), secrets());
  }

  private static Map<String, Secret> secrets() {
    return Map.of("old", OLD, "new", NEW);
  }

  private Triple minted(Secret key, Instant at) {
    Identity help = Identity.of("help@example.com");
    return new TripleIssuer(SecurityKey.of(CBC, key), random, IvUse.PER_TOKEN)
        .issue(new Parties(help, Convention.ANONYMOUS, help), at)
        .tokens();
  }

  private static Outcome<VerifiedTriple> verified(KandyRealm realm, Triple set, Instant at) {
    return realm.verify(set, realm.rules(), at);
  }

  private static VerifiedTriple accepted(Outcome<VerifiedTriple> outcome) {
    return ((Outcome.Accepted<VerifiedTriple>) outcome).value();
  }

  private static Reason reason(KandyRealm realm, Triple set, Instant at) {
    return ((Outcome.Refused<VerifiedTriple>) verified(realm, set, at)).reason();
  }
}
