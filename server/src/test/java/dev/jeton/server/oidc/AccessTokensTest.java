package dev.jeton.server.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.Jwt;
import dev.jeton.tokens.jwt.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Signer RSA = Signer.rsa("r1");
  private static final Signer P256 = Signer.p256("e1");
  private static final Signer ED25519 = Signer.ed25519("d1");
  private static final StandInProvider PROVIDER = new StandInProvider(RSA, P256, ED25519);
  private static final AccessTokens TOKENS = TestTokens.of(PROVIDER);

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  private static JsonObject.Builder claims() {
    return PROVIDER.claims("alice", NOW);
  }

  private static JsonObject with(String claim, String value) {
    return without(claim).put(claim, value).build();
  }

  private static JsonObject with(String claim, long value) {
    return without(claim).put(claim, value).build();
  }

  private static JsonObject.Builder without(String claim) {
    JsonObject.Builder left = JsonObject.builder();
    claims().build().members().forEach((name, value) -> {
      if (!name.equals(claim)) {
        left.put(name, value);
      }
    });
    return left;
  }

  private static Optional<Reason> fault(String token) {
    return TOKENS.check(token, Optional.empty(), NOW) instanceof Outcome.Refused<Attested> refused
        ? Optional.of(refused.reason())
        : Optional.empty();
  }

  @Test
  void tokensOfEachKindOfKeyCount() {
    for (Signer key : List.of(RSA, P256, ED25519)) {
      assertThat(fault(key.sign(claims().build()))).isEmpty();
      assertThat(fault(key.sign("at+jwt", claims().build()))).isEmpty();
      assertThat(fault(key.sign("application/AT+JWT", claims().build()))).isEmpty();
    }
  }

  @Test
  void whatItSaysIsHandedOn() {
    Attested alice = ((Outcome.Accepted<Attested>)
            TOKENS.check(RSA.sign(claims().build()), Optional.empty(), NOW))
        .value();
    assertThat(alice.text("sub")).contains("alice");
    assertThat(alice.provider().issuer()).isEqualTo(PROVIDER.issuer());
  }

  @Test
  void anotherIssuerIsRefused() {
    assertThat(fault(RSA.sign(with("iss", "https://evil.example"))))
        .contains(Reason.ISSUER_MISMATCH);
    assertThat(fault(RSA.sign(with("iss", PROVIDER.issuer() + "/"))))
        .contains(Reason.ISSUER_MISMATCH);
    assertThat(fault(RSA.sign(without("iss").build()))).contains(Reason.ISSUER_MISMATCH);
  }

  @Test
  void anotherAudienceIsRefusedAndOneOfSeveralIsEnough() {
    assertThat(fault(RSA.sign(with("aud", "others-api")))).contains(Reason.AUDIENCE_MISMATCH);
    assertThat(fault(RSA.sign(without("aud").build()))).contains(Reason.AUDIENCE_MISMATCH);
    JsonItems several = JsonItems.ofTexts(List.of("others-api", StandInProvider.AUDIENCE));
    assertThat(fault(RSA.sign(without("aud").put("aud", several).build()))).isEmpty();
  }

  @Test
  void aTokenWithoutSignatureIsRefused() {
    String[] parts = RSA.sign(claims().build()).split("\\.", -1);
    String none = Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString("{\"alg\":\"none\",\"kid\":\"r1\"}".getBytes(StandardCharsets.US_ASCII));
    assertThat(fault(none + "." + parts[1] + ".")).contains(Reason.ALG_NOT_ALLOWED);
    assertThat(fault(parts[0] + "." + parts[1] + ".")).contains(Reason.BAD_SIGNATURE);
  }

  @Test
  void thePublicKeyIsNoSecretOfHs256() {
    for (String secret : List.of(RSA.pem(), RSA.jwk().toJson())) {
      String forged = Jwt.of(claims().build())
          .withHeader(Jwt.header(Algorithm.HS256).put("kid", RSA.kid()).build())
          .signedBy(SigningKey.hmac(Algorithm.HS256, Secret.ofText(secret)));
      assertThat(fault(forged)).contains(Reason.ALG_MISMATCH);
    }
  }

  @Test
  void theAlgorithmIsThatOfTheKeyThatIsNamed() {
    JsonObject header =
        JsonObject.builder().put("alg", "RS256").put("kid", P256.kid()).build();
    assertThat(fault(RSA.signed(header, claims().build()))).contains(Reason.ALG_MISMATCH);
    JsonObject other =
        JsonObject.builder().put("alg", "ES256").put("kid", P256.kid()).build();
    assertThat(fault(RSA.signed(other, claims().build()))).contains(Reason.BAD_SIGNATURE);
  }

  @Test
  void aTokenThatNamesNoKeyOrAnUnknownOneIsRefused() {
    assertThat(fault(Signer.rsa("r2").sign(claims().build()))).contains(Reason.UNKNOWN_KEY);
    JsonObject header = JsonObject.builder().put("alg", "RS256").build();
    assertThat(fault(RSA.signed(header, claims().build()))).contains(Reason.UNKNOWN_KEY);
    JsonObject number = JsonObject.builder().put("alg", "RS256").put("kid", 1).build();
    assertThat(fault(RSA.signed(number, claims().build()))).contains(Reason.MALFORMED);
  }

  @Test
  void itCountsUntilItsEndAndTheLeewayAndNotAtIt() {
    long end = NOW.minus(TestTokens.LEEWAY).getEpochSecond();
    assertThat(fault(RSA.sign(with("exp", end + 1)))).isEmpty();
    assertThat(fault(RSA.sign(with("exp", end)))).contains(Reason.EXPIRED);
    assertThat(fault(RSA.sign(with("exp", end - 1)))).contains(Reason.EXPIRED);
  }

  @Test
  void itCountsFromItsBeginningLessTheLeeway() {
    long begin = NOW.plus(TestTokens.LEEWAY).getEpochSecond();
    assertThat(fault(RSA.sign(with("nbf", begin)))).isEmpty();
    assertThat(fault(RSA.sign(with("nbf", begin + 1)))).contains(Reason.NOT_YET_VALID);
    assertThat(fault(RSA.sign(with("iat", begin)))).isEmpty();
    assertThat(fault(RSA.sign(with("iat", begin + 1)))).contains(Reason.IAT_IN_FUTURE);
  }

  @Test
  void withoutAnEndOrWithTimesThatAreNoneItIsRefused() {
    assertThat(fault(RSA.sign(without("exp").build()))).contains(Reason.CLAIM_MISSING);
    assertThat(fault(RSA.sign(with("exp", "2099")))).contains(Reason.CLAIM_INVALID);
    assertThat(fault(RSA.sign(with("nbf", "now")))).contains(Reason.CLAIM_INVALID);
  }

  @Test
  void whatTellsWhoSignedInIsNoAccessToken() {
    assertThat(fault(RSA.sign(claims().put("nonce", "n").build()))).contains(Reason.TYP_MISMATCH);
    assertThat(fault(RSA.sign(claims().put("at_hash", "h").build()))).contains(Reason.TYP_MISMATCH);
    assertThat(fault(RSA.sign(claims().put("typ", "ID").build()))).contains(Reason.TYP_MISMATCH);
    assertThat(fault(RSA.sign(claims().put("token_use", "id").build())))
        .contains(Reason.TYP_MISMATCH);
    assertThat(fault(RSA.sign(claims().put("events", JsonObject.empty()).build())))
        .contains(Reason.TYP_MISMATCH);
    assertThat(fault(RSA.sign("logout+jwt", claims().build()))).contains(Reason.TYP_MISMATCH);
  }

  @Test
  void whatSaysThatItIsAnAccessTokenIsOneWhateverElseItSays() {
    assertThat(fault(RSA.sign("at+jwt", claims().put("nonce", "n").build()))).isEmpty();
    assertThat(fault(RSA.sign(claims().put("typ", "Bearer").put("nonce", "n").build())))
        .isEmpty();
    assertThat(fault(RSA.sign(claims().put("token_use", "access").build()))).isEmpty();
  }

  @Test
  void aTokenThatIsBoundToAKeyCountsWithItsCertificateAlone() {
    JsonObject bound = JsonObject.builder().put("x5t#S256", "thumb").build();
    String token = RSA.sign(claims().put("cnf", bound).build());
    assertThat(fault(token)).contains(Reason.CONTEXT_MISSING);
    assertThat(TOKENS.check(token, Optional.of("other"), NOW)).isInstanceOf(Outcome.Refused.class);
    assertThat(TOKENS.check(token, Optional.of("thumb"), NOW)).isInstanceOf(Outcome.Accepted.class);
    JsonObject dpop = JsonObject.builder().put("jkt", "thumb").build();
    assertThat(TOKENS.check(RSA.sign(claims().put("cnf", dpop).build()), Optional.of("thumb"), NOW))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void onlyWhatLooksLikeAJwtIsTakenForOne() {
    assertThat(TOKENS.isOne(RSA.sign(claims().build()))).isTrue();
    assertThat(TOKENS.isOne("jtn_0123")).isFalse();
    assertThat(TOKENS.isOne("eyJ")).isFalse();
    assertThat(TOKENS.isOne("")).isFalse();
  }
}
