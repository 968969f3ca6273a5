package dev.jeton.tokens.jwt;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 7517, 7518 section 6, 7638 and 8037: keys as JSON. */
class JwkTest {
  private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
  private static final String K =
      "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0i" + "PS4hcgUuTwjAzZr1Z9CAow";

  @Test
  void theThumbprintIsThatOfRfc8037() {
    Jwk jwk = accepted(parse("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + X + "\"}"));
    assertThat(jwk.kid()).isEmpty();
    assertThat(Jwk.of(jwk.key()).toJson().toJson())
        .isEqualTo("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + X
            + "\",\"kid\":\"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k\",\"use\":\"sig\","
            + "\"alg\":\"Ed25519\"}");
  }

  @ParameterizedTest
  @EnumSource(names = {"RS256", "ES256", "ED25519"})
  void aPublishedKeyVerifiesWhatItsPrivateHalfSigned(Algorithm algorithm) {
    SigningKey key = TestKeys.of(algorithm);
    JwkSet set = JwkSet.of(List.of(Jwk.of(key.verificationKey(), "k1")));
    JwkSet read = accepted(JwkSet.parse(set.toJson()));
    RawJwt raw = accepted(RawJwt.parse(Jwt.of(JsonObject.empty()).signedBy(key)));
    accepted(raw.verifiedBy(read.find("k1").orElseThrow()));
    assertThat(read.find("K1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|MALFORMED",
        "{\"kty\":1}|MALFORMED",
        "{\"kty\":\"okp\"}|KEY_TYPE_UNSUPPORTED",
        "{\"kty\":\"OKP\"}|KEY_TYPE_UNSUPPORTED",
        "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"#X\"}|KEY_TYPE_UNSUPPORTED",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\"}|MALFORMED",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\"}|MALFORMED",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"#X=\"}|MALFORMED",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"#X\",\"d\":\"#X\"}|MALFORMED",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}|WEAK_KEY",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"#X\",\"alg\":\"ES256\"}|ALG_MISMATCH",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"#X\",\"alg\":\"HS256\"}|ALG_MISMATCH",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"#X\",\"alg\":\"none\"}|ALG_NOT_ALLOWED",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"#X\",\"alg\":1}|MALFORMED",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"#X\",\"kid\":1}|MALFORMED",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"#X\",\"use\":\"enc\"}|KEY_TYPE_UNSUPPORTED",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"#X\",\"use\":null}|MALFORMED",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"#X\",\"key_ops\":[\"sign\"]}|KEY_TYPE_UNSUPPORTED",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"#X\",\"key_ops\":[]}|KEY_TYPE_UNSUPPORTED",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"#X\",\"key_ops\":\"verify\"}|MALFORMED",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"#X\",\"key_ops\":[\"verify\",\"verify\"]}|MALFORMED",
        "{\"kty\":\"oct\",\"k\":\"#K\"}|ALG_NOT_ALLOWED",
        "{\"kty\":\"oct\",\"k\":\"#K\",\"alg\":\"RS256\"}|ALG_MISMATCH",
        "{\"kty\":\"oct\",\"k\":\"#K\",\"alg\":\"none\"}|ALG_NOT_ALLOWED",
        "{\"kty\":\"oct\",\"k\":\"\",\"alg\":\"HS256\"}|BAD_KEY_LENGTH",
        "{\"kty\":\"oct\",\"alg\":\"HS256\"}|MALFORMED",
        "{\"kty\":\"EC\",\"crv\":\"P-384\",\"x\":\"#X\",\"y\":\"#X\"}|KEY_TYPE_UNSUPPORTED",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"#X\",\"y\":\"#X\"}|MALFORMED",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}|MALFORMED",
        "{\"kty\":\"RSA\",\"n\":\"#K\",\"e\":\"AQAB\"}|WEAK_KEY",
        "{\"kty\":\"RSA\",\"n\":\"#K\",\"e\":\"AAEAAQ\"}|MALFORMED",
        "{\"kty\":\"RSA\",\"n\":\"#K\"}|MALFORMED"
      })
  void aKeyThatContradictsItselfIsRefused(String jwk, Reason expected) {
    assertThat(reason(parse(jwk.replace("#X", X).replace("#K", K)))).isEqualTo(expected);
  }

  @Test
  void aSecretHasItsOwnAlgorithmAndIsNeverPublished() {
    Jwk jwk = accepted(parse("{\"kty\":\"oct\",\"alg\":\"HS512\",\"k\":\"" + K + "\"}"));
    assertThat(jwk.key().algorithm()).isEqualTo(Algorithm.HS512);
    assertThatThrownBy(jwk::toJson).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Jwk.of(jwk.key())).isInstanceOf(IllegalStateException.class);
    assertThat(jwk).hasToString("Jwk[HS512]");
  }

  @Test
  void theOlderNameInTheKeyIsTheSwitch() {
    SigningKey key = TestKeys.of(Algorithm.ED25519);
    String published = Jwk.of(key.verificationKey()).toJson().toJson();
    Jwk older = accepted(parse(published.replace("\"alg\":\"Ed25519\"", "\"alg\":\"EdDSA\"")));
    RawJwt raw = accepted(RawJwt.parse(HandMadeJws.of("{\"alg\":\"EdDSA\"}", "{}", key)));
    accepted(raw.verifiedBy(older.key()));
    assertThat(reason(raw.verifiedBy(accepted(parse(published)).key())))
        .isEqualTo(Reason.ALG_MISMATCH);
  }

  @Test
  void aSetHasOneKeyForAKidAndNoSecretsAmongPublicKeys() {
    Jwk one = Jwk.of(TestKeys.of(Algorithm.ED25519).verificationKey(), "k1");
    Jwk other = Jwk.of(TestKeys.of(Algorithm.ES256).verificationKey(), "k1");
    assertThatThrownBy(() -> JwkSet.of(List.of(one, other)))
        .isInstanceOf(IllegalArgumentException.class);
    String key = one.toJson().toJson();
    String secret = "{\"kty\":\"oct\",\"alg\":\"HS512\",\"kid\":\"k2\",\"k\":\"" + K + "\"}";
    for (String keys : new String[] {key + "," + key, key + "," + secret, "1"}) {
      assertThat(reason(set("{\"keys\":[" + keys + "]}"))).isEqualTo(Reason.MALFORMED);
    }
    assertThat(reason(set("{}"))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(set("{\"keys\":[{\"kty\":\"OKP\"}]}")))
        .isEqualTo(Reason.KEY_TYPE_UNSUPPORTED);
    assertThat(accepted(set("{\"keys\":[" + secret + "]}")).keys()).hasSize(1);
  }

  private static Outcome<Jwk> parse(String json) {
    return object(json).then(Jwk::parse);
  }

  private static Outcome<JwkSet> set(String json) {
    return object(json).then(JwkSet::parse);
  }

  private static Outcome<JsonObject> object(String json) {
    return JsonObject.parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
