package dev.jeton.server.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Access tokens where two providers are trusted at once, whose keys have the same name. */
class TwoProvidersTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Signer STAFF_KEY = Signer.p256("k1");
  private static final Signer APPS_KEY = Signer.p256("k1");
  private static final StandInProvider STAFF = new StandInProvider(STAFF_KEY);
  private static final StandInProvider APPS = new StandInProvider(APPS_KEY);
  private static final AccessTokens TOKENS = new AccessTokens(
      new Providers(List.of(
          published(provider("staff", STAFF, "staff-api")),
          published(provider("apps", APPS, "apps-api")))),
      TestTokens.LEEWAY);

  @AfterAll
  static void stop() {
    STAFF.close();
    APPS.close();
  }

  private static Provider provider(String name, StandInProvider at, String audience) {
    return new Provider(
        name, at.issuer(), List.of(audience), Optional.empty(), List.of(), Optional.empty());
  }

  private static PublishedKeys published(Provider provider) {
    PublishedKeys keys = new PublishedKeys(provider, new ProviderClient(), task -> {}, () -> 0);
    keys.keepUp();
    return keys;
  }

  private static Outcome<Attested> check(Signer key, StandInProvider issuer, String audience) {
    JsonObject.Builder claims = JsonObject.builder()
        .put("iss", issuer.issuer())
        .put("sub", "alice")
        .put("aud", audience)
        .put("exp", NOW.getEpochSecond() + 300);
    return TOKENS.check(key.sign(claims.build()), Optional.empty(), NOW);
  }

  private static Reason fault(Signer key, StandInProvider issuer, String audience) {
    return ((Outcome.Refused<Attested>) check(key, issuer, audience)).reason();
  }

  private static String provider(Signer key, StandInProvider issuer, String audience) {
    return ((Outcome.Accepted<Attested>) check(key, issuer, audience))
        .value()
        .provider()
        .name();
  }

  @Test
  void eachIsKnownByItsIssuer() {
    assertThat(provider(STAFF_KEY, STAFF, "staff-api")).isEqualTo("staff");
    assertThat(provider(APPS_KEY, APPS, "apps-api")).isEqualTo("apps");
    assertThat(TOKENS.issuers()).containsExactly(STAFF.issuer(), APPS.issuer());
  }

  @Test
  void noneSignsForTheOther() {
    assertThat(fault(STAFF_KEY, APPS, "apps-api")).isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(fault(APPS_KEY, STAFF, "staff-api")).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void theAudienceOfOneIsNoneOfTheOther() {
    assertThat(fault(STAFF_KEY, STAFF, "apps-api")).isEqualTo(Reason.AUDIENCE_MISMATCH);
    assertThat(fault(APPS_KEY, APPS, "staff-api")).isEqualTo(Reason.AUDIENCE_MISMATCH);
  }
}
