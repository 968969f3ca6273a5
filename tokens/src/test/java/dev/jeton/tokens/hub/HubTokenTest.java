package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.jeton.tokens.Reason;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.Jwt;
import dev.jeton.tokens.jwt.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubTokenTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final Libp2pPublicKey IDENTITY = Keys.IDENTITY.publicKey();
  private static final HubVerifier VERIFIER = HubVerifier.of(Keys.ISSUER.publicKey());

  @Test
  void theClaimsStandInTheOrderOfGoAndAllHaveAValue() {
    HubToken token = HubToken.forIdentity(IDENTITY, NOW, new Random(4)).audience("chat");
    String[] segments = token.signedBy(Keys.ISSUER).split("\\.", -1);
    assertThat(text(segments[0])).isEqualTo("{\"alg\":\"Ed25519\",\"typ\":\"JWT\"}");
    assertThat(text(segments[1]))
        .isEqualTo("{\"aud\":\"chat\",\"exp\":1793620800,\"jti\":\""
            + token.id().orElseThrow() + "\",\"iat\":1793534400,\"iss\":\""
            + Keys.ISSUER.publicKey() + "\",\"sub\":\"" + IDENTITY + "\"}");
    assertThat(token.id().orElseThrow()).matches("b[a-z2-7]{26}");
  }

  @Test
  void whatIsMintedVerifies() {
    HubToken minted = HubToken.forIdentity(IDENTITY, NOW, new Random(4))
        .validFor(Duration.ofMinutes(5))
        .audience("chat");
    VerifiedHubToken token =
        accepted(VERIFIER.verify(minted.signedBy(Keys.ISSUER), Expected.at(NOW).audience("chat")));
    assertThat(token.identity()).isEqualTo(IDENTITY);
    assertThat(token.issuer()).isEqualTo(Keys.ISSUER.publicKey());
    assertThat(token.issuedAt()).isEqualTo(NOW).isEqualTo(minted.issuedAt());
    assertThat(token.expiresAt()).contains(NOW.plusSeconds(300)).isEqualTo(minted.expiresAt());
    assertThat(token.id()).isEqualTo(minted.id());
    assertThat(token.audience()).containsExactly("chat");
    assertThat(token.unchecked()).isEmpty();
  }

  @Test
  void tokensOfOneSecondDiffer() {
    Random random = new Random(4);
    assertThat(HubToken.forIdentity(IDENTITY, NOW, random).signedBy(Keys.ISSUER))
        .isNotEqualTo(HubToken.forIdentity(IDENTITY, NOW, random).signedBy(Keys.ISSUER));
  }

  @Test
  void anAudienceThatNobodyAskedForIsListedAsUnchecked() {
    assertThat(accepted(VERIFIER.verify(
                HubToken.forIdentity(IDENTITY, NOW, new Random(4))
                    .audience("chat")
                    .signedBy(Keys.ISSUER),
                Expected.at(NOW)))
            .unchecked())
        .containsExactly("audience");
    String withoutAudience = HubToken.hubExact(IDENTITY, NOW).signedBy(Keys.ISSUER);
    assertThat(accepted(VERIFIER.allowingNoExpiry().verify(withoutAudience, Expected.at(NOW)))
            .unchecked())
        .isEmpty();
  }

  @Test
  void aTokenIsForSomethingWhereNothingIsSaid() {
    assertThat(accepted(VERIFIER.verify(minted(), Expected.at(NOW).audience("hub")))
            .audience())
        .containsExactly(HubToken.DEFAULT_AUDIENCE);
    assertThat(refusal(minted(), Expected.at(NOW).audience("chat")))
        .isEqualTo(Reason.AUDIENCE_MISMATCH);
  }

  @Test
  void theTokenLivesUntilTheSecondOfItsEnd() {
    Instant end = NOW.plus(HubToken.DEFAULT_LIFETIME);
    accepted(VERIFIER.verify(minted(), Expected.at(end.minusNanos(1))));
    assertThat(refusal(minted(), Expected.at(end))).isEqualTo(Reason.EXPIRED);
    assertThat(refusal(minted(), Expected.at(end.plusSeconds(1)))).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void theIssuersClockMayBeAheadByTheSkewAndNoMore() {
    accepted(VERIFIER.verify(minted(), Expected.at(NOW.minusSeconds(59))));
    accepted(VERIFIER.verify(minted(), Expected.at(NOW.minusSeconds(60))));
    assertThat(refusal(minted(), Expected.at(NOW.minusSeconds(60).minusNanos(1))))
        .isEqualTo(Reason.IAT_IN_FUTURE);
    assertThat(refusal(minted(), Expected.at(NOW.minusNanos(1)).skew(Duration.ZERO)))
        .isEqualTo(Reason.IAT_IN_FUTURE);
  }

  @Test
  void aTokenBeginsAtItsNbf() {
    String later = signed(claims -> claims.put("nbf", NOW.getEpochSecond() + 100));
    assertThat(refusal(later, Expected.at(NOW.plusSeconds(40).minusNanos(1))))
        .isEqualTo(Reason.NOT_YET_VALID);
    accepted(VERIFIER.verify(later, Expected.at(NOW.plusSeconds(40))));
  }

  @Test
  void anotherAudienceOrNoneIsRefused() {
    Expected chat = Expected.at(NOW).audience("chat");
    assertThat(refusal(minted(), chat)).isEqualTo(Reason.AUDIENCE_MISMATCH);
    assertThat(refusal(signed(claims -> claims.put("aud", "chats")), chat))
        .isEqualTo(Reason.AUDIENCE_MISMATCH);
    assertThat(refusal(signed(claims -> claims.put("aud", 7)), Expected.at(NOW)))
        .isEqualTo(Reason.CLAIM_INVALID);
  }

  @Test
  void anAudienceMayBeAListAsInRfc7519() {
    String token = header() + "."
        + base64("{\"aud\":[\"video\",\"chat\"],\"exp\":1793620800,"
            + "\"iat\":1793534400,\"iss\":\"" + Keys.ISSUER.publicKey() + "\",\"sub\":\"" + IDENTITY
            + "\"}");
    assertThat(accepted(VERIFIER.verify(sign(token), Expected.at(NOW).audience("chat")))
            .audience())
        .isEqualTo(List.of("video", "chat"));
  }

  @Test
  void anotherKeysSignatureIsABadSignatureWhateverTheIssuerSays() {
    assertThat(reason(
            HubVerifier.of(Keys.OTHER_ISSUER.publicKey()).verify(minted(), Expected.at(NOW))))
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void anIssuerMayHaveSeveralKeysAndNamesTheOneThatSigned() {
    HubVerifier both =
        HubVerifier.of(List.of(Keys.OTHER_ISSUER.publicKey(), Keys.ISSUER.publicKey()));
    assertThat(accepted(both.verify(minted(), Expected.at(NOW))).issuer())
        .isEqualTo(Keys.ISSUER.publicKey());
    String wrongName = Jwt.of(JsonObject.builder()
            .put("exp", NOW.getEpochSecond() + 60)
            .put("iat", NOW.getEpochSecond())
            .put("iss", Keys.OTHER_ISSUER.publicKey().text())
            .put("sub", IDENTITY.text())
            .build())
        .signedBy(SigningKey.ed25519(Keys.ISSUER.ed25519()));
    assertThat(reason(both.verify(wrongName, Expected.at(NOW)))).isEqualTo(Reason.ISSUER_MISMATCH);
  }

  @ParameterizedTest
  @CsvSource({"iss, CLAIM_MISSING", "exp, CLAIM_MISSING", "iat, CLAIM_MISSING", "sub, CLAIM_MISSING"
  })
  void aTokenWithoutAClaimIsRefused(String missing, Reason reason) {
    JsonObject.Builder claims = JsonObject.builder();
    usual().build().members().forEach((name, value) -> {
      if (!name.equals(missing)) {
        claims.put(name, value);
      }
    });
    assertThat(refusal(sign(claims.build()), Expected.at(NOW))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exp | \"1793620800\"",
        "iat | true",
        "nbf | []",
        "sub | 7",
        "sub | \"alice\"",
        "jti | 7",
        "iss | 7",
        "exp | null",
        "exp | 1e300"
      })
  void aClaimOfTheWrongTypeIsRefused(String name, String value) {
    StringBuilder claims = new StringBuilder("{");
    usual().build().members().forEach((other, json) -> {
      if (!other.equals(name)) {
        claims.append('"').append(other).append("\":").append(json.toJson()).append(',');
      }
    });
    String payload = claims + "\"" + name + "\":" + value + "}";
    assertThat(refusal(sign(header() + "." + base64(payload)), Expected.at(NOW)))
        .isEqualTo(Reason.CLAIM_INVALID);
  }

  @Test
  void anotherSpellingOfIssuerOrIdentityIsRefused() {
    String upper = "B" + IDENTITY.text().substring(1).toUpperCase(java.util.Locale.ROOT);
    assertThat(Keys.key(upper)).isEqualTo(IDENTITY);
    assertThat(refusal(
            sign(header() + "." + base64(payload(Keys.ISSUER.publicKey().text(), upper))),
            Expected.at(NOW)))
        .isEqualTo(Reason.CLAIM_INVALID);
    String issuer =
        "B" + Keys.ISSUER.publicKey().text().substring(1).toUpperCase(java.util.Locale.ROOT);
    assertThat(refusal(
            sign(header() + "." + base64(payload(issuer, IDENTITY.text()))), Expected.at(NOW)))
        .isEqualTo(Reason.ISSUER_MISMATCH);
  }

  @Test
  void aWeakKeyIsNoIdentity() {
    String weak =
        VectorFile.cases("low-order-public-keys").get(0).path("public_string").asText();
    assertThat(refusal(
            sign(header() + "." + base64(payload(Keys.ISSUER.publicKey().text(), weak))),
            Expected.at(NOW)))
        .isEqualTo(Reason.CLAIM_INVALID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"alg\":\"none\",\"typ\":\"JWT\"} | ALG_NOT_ALLOWED",
        "{\"alg\":\"ed25519\",\"typ\":\"JWT\"} | ALG_NOT_ALLOWED",
        "{\"alg\":\"EdDSA\",\"typ\":\"JWT\"} | ALG_NOT_ALLOWED",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\"} | ALG_MISMATCH",
        "{\"alg\":\"RS256\",\"typ\":\"JWT\"} | ALG_MISMATCH",
        "{\"typ\":\"JWT\"} | MALFORMED",
        "{\"alg\":\"Ed25519\",\"alg\":\"Ed25519\"} | DUPLICATE_MEMBER",
        "{\"alg\":\"Ed25519\",\"crit\":[\"exp\"],\"exp\":1} | CRIT_UNSUPPORTED",
        "{\"alg\":\"Ed25519\",\"typ\":\"at+jwt\"} | TYP_MISMATCH"
      })
  void theHeaderDecidesNothing(String header, Reason reason) {
    String signed =
        base64(header) + "." + base64(payload(Keys.ISSUER.publicKey().text(), IDENTITY.text()));
    assertThat(refusal(sign(signed), Expected.at(NOW))).isEqualTo(reason);
  }

  @Test
  void theTypMayBeMissingOrInAnyLetterCase() {
    for (String header :
        List.of("{\"alg\":\"Ed25519\"}", "{\"alg\":\"Ed25519\",\"typ\":\"jwt\"}")) {
      accepted(VERIFIER.verify(
          sign(base64(header) + "."
              + base64(payload(Keys.ISSUER.publicKey().text(), IDENTITY.text()))),
          Expected.at(NOW)));
    }
  }

  @Test
  void aLifetimeIsASecondToAYearAndAnAudienceIsVisible() {
    HubToken token = HubToken.forIdentity(IDENTITY, NOW, new Random(4));
    assertThat(token.validFor(Duration.ofSeconds(1)).expiresAt()).contains(NOW.plusSeconds(1));
    assertThat(token.validFor(HubToken.MAX_LIFETIME).expiresAt())
        .contains(NOW.plus(HubToken.MAX_LIFETIME));
    for (Duration wrong : List.of(
        Duration.ofMillis(999), Duration.ofSeconds(-1), HubToken.MAX_LIFETIME.plusSeconds(1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> token.validFor(wrong));
    }
    token.audience("a".repeat(255));
    for (String wrong : List.of("", "a b", "é", "\n", "a".repeat(256))) {
      assertThatIllegalArgumentException().isThrownBy(() -> token.audience(wrong));
    }
  }

  @Test
  void aHubExactTokenTakesNothingThatAHubDidNotWrite() {
    HubToken exact = HubToken.hubExact(IDENTITY, NOW);
    assertThatIllegalStateException().isThrownBy(() -> exact.audience("chat"));
    assertThatIllegalStateException().isThrownBy(() -> exact.validFor(Duration.ofHours(1)));
  }

  @Test
  void anIssuerIsEd25519() {
    Libp2pPublicKey secp256k1 = Keys.key(VectorFile.byId("secp256k1").text("public_string"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HubVerifier.of(secp256k1))
        .withMessage("an issuer's key is ed25519, not secp256k1");
    assertThatIllegalArgumentException().isThrownBy(() -> HubVerifier.of(List.of()));
  }

  @Test
  void anIdentityMayBeOfAnyType() {
    Libp2pPublicKey secp256k1 = Keys.key(VectorFile.byId("secp256k1").text("public_string"));
    String token = HubToken.forIdentity(secp256k1, NOW, new Random(4)).signedBy(Keys.ISSUER);
    assertThat(accepted(VERIFIER.verify(token, Expected.at(NOW))).identity()).isEqualTo(secp256k1);
  }

  private static String minted() {
    return HubToken.forIdentity(IDENTITY, NOW, new Random(4)).signedBy(Keys.ISSUER);
  }

  private static Reason refusal(String token, Expected expected) {
    return reason(VERIFIER.verify(token, expected));
  }

  private static JsonObject.Builder usual() {
    return JsonObject.builder()
        .put("exp", NOW.getEpochSecond() + 3600)
        .put("iat", NOW.getEpochSecond())
        .put("iss", Keys.ISSUER.publicKey().text())
        .put("sub", IDENTITY.text());
  }

  private static String signed(Consumer<JsonObject.Builder> more) {
    JsonObject.Builder claims = usual();
    more.accept(claims);
    return sign(claims.build());
  }

  private static String sign(JsonObject claims) {
    return Jwt.of(claims).signedBy(SigningKey.ed25519(Keys.ISSUER.ed25519()));
  }

  private static String sign(String signed) {
    byte[] bytes = signed.getBytes(StandardCharsets.US_ASCII);
    return signed + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(Keys.ISSUER.sign(bytes));
  }

  private static String payload(String issuer, String identity) {
    return "{\"exp\":1793620800,\"iat\":1793534400,\"iss\":\"" + issuer + "\",\"sub\":\"" + identity
        + "\"}";
  }

  private static String header() {
    return base64("{\"alg\":\"Ed25519\",\"typ\":\"JWT\"}");
  }

  private static String base64(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String segment) {
    return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
  }
}
