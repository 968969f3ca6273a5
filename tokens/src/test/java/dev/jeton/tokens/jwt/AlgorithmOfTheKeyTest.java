package dev.jeton.tokens.jwt;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8725 sections 2.1 and 3.1: the key says the algorithm, and a token cannot change it. */
class AlgorithmOfTheKeyTest {
  private static final SigningKey KEY = TestKeys.of(Algorithm.HS256);

  @ParameterizedTest
  @EnumSource
  void everyKeyVerifiesWhatItSignedAndNoOtherKeyDoes(Algorithm algorithm) {
    String token =
        Jwt.of(JsonObject.builder().put("iss", "me").build()).signedBy(TestKeys.of(algorithm));
    RawJwt raw = accepted(RawJwt.parse(token));
    assertThat(raw.header().toJson())
        .isEqualTo("{\"alg\":\"" + algorithm.word() + "\",\"typ\":\"JWT\"}");
    for (Algorithm other : Algorithm.values()) {
      VerificationKey key = TestKeys.of(other).verificationKey();
      if (other == algorithm) {
        assertThat(accepted(raw.verifiedBy(key)).claims().toJson()).isEqualTo("{\"iss\":\"me\"}");
      } else {
        assertThat(reason(raw.verifiedBy(key))).isEqualTo(Reason.ALG_MISMATCH);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "None",
        "NONE",
        "nOnE",
        "",
        " none",
        "HS256 ",
        "hs256",
        "Hs256",
        "HS1",
        "RS384",
        "PS256",
        "ES384",
        "ES256K",
        "ed25519",
        "Ed448",
        "eddsa",
        "EDDSA",
        "dir",
        "RSA-OAEP"
      })
  void whatIsNotSupportedIsNotAllowedWithOrWithoutASignature(String word) {
    String signed = HandMadeJws.of("{\"alg\":\"" + word + "\"}", "{}", KEY);
    assertThat(reason(RawJwt.parse(signed))).isEqualTo(Reason.ALG_NOT_ALLOWED);
    String unsigned = signed.substring(0, signed.lastIndexOf('.') + 1);
    assertThat(reason(RawJwt.parse(unsigned))).isEqualTo(Reason.ALG_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"typ\":\"JWT\"}",
        "{\"alg\":null}",
        "{\"alg\":[\"HS256\"]}",
        "{\"alg\":256}",
        "{\"alg\":{\"HS256\":1}}",
        "{\"alg\":true}",
        "{\"Alg\":\"HS256\"}"
      })
  void aHeaderWithoutTheNameOfAnAlgorithmIsMalformed(String header) {
    assertThat(reason(RawJwt.parse(HandMadeJws.of(header, "{}", KEY)))).isEqualTo(Reason.MALFORMED);
  }

  /** The attack that gave the clause its name: the public key is taken for a secret. */
  @Test
  void aPublicKeyIsNeverASecret() {
    Secret publicKey = Secret.ofText(TestKeys.publicPem(TestKeys.RSA_PAIR));
    String forged =
        Jwt.of(JsonObject.empty()).signedBy(SigningKey.hmac(Algorithm.HS256, publicKey));
    assertThat(reason(accepted(RawJwt.parse(forged))
            .verifiedBy(TestKeys.of(Algorithm.RS256).verificationKey())))
        .isEqualTo(Reason.ALG_MISMATCH);
  }

  @Test
  void theOlderNameOfEd25519NeedsToBeAskedFor() {
    SigningKey key = TestKeys.of(Algorithm.ED25519);
    String older = HandMadeJws.of("{\"alg\":\"EdDSA\"}", "{}", key);
    RawJwt raw = accepted(RawJwt.parse(older));
    assertThat(reason(raw.verifiedBy(key.verificationKey()))).isEqualTo(Reason.ALG_MISMATCH);
    VerificationKey both = key.verificationKey().takingEdDsa();
    accepted(raw.verifiedBy(both));
    accepted(accepted(RawJwt.parse(Jwt.of(JsonObject.empty()).signedBy(key))).verifiedBy(both));
    assertThatThrownBy(KEY.verificationKey()::takingEdDsa)
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aHeaderOfOnesOwnHasToNameTheKeysAlgorithm() {
    Jwt jwt = Jwt.of(JsonObject.empty());
    JsonObject header = JsonObject.builder()
        .put("typ", "JWT")
        .put("alg", "HS256")
        .put("kid", "k1")
        .build();
    String token = jwt.withHeader(header).signedBy(KEY);
    assertThat(accepted(RawJwt.parse(token)).header().toJson()).isEqualTo(header.toJson());
    assertThatThrownBy(() -> jwt.withHeader(JsonObject.empty()).signedBy(KEY))
        .hasMessage("the header has to name the key's algorithm, HS256");
    assertThatThrownBy(() -> jwt.withHeader(Jwt.header(Algorithm.HS384).build()).signedBy(KEY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
