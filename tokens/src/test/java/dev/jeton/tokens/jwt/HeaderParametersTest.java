package dev.jeton.tokens.jwt;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7515 sections 4.1.2 to 4.1.11 and RFC 7797: what a header may ask for, and does not get. */
class HeaderParametersTest {
  private static final SigningKey KEY = TestKeys.of(Algorithm.HS256);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "{}",
        "\"exp\"",
        "true",
        "1",
        "[1]",
        "[null]",
        "[\"exp\",\"exp\"]",
        "[\"exp\",1]",
        "[\"\"]"
      })
  void critIsAListOfDifferentNames(String crit) {
    assertThat(reason(withHeader("\"exp\":1,\"crit\":" + crit))).isEqualTo(Reason.CRIT_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"exp\"]",
        "[\"alg\"]",
        "[\"crit\"]",
        "[\"exp\",\"alg\"]",
        "[\"absent\"]",
        "[\"exp\",\"absent\"]"
      })
  void noCriticalParameterIsSupported(String crit) {
    assertThat(reason(withHeader("\"exp\":1,\"crit\":" + crit))).isEqualTo(Reason.CRIT_UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"b64\":false,\"crit\":[\"b64\"]",
        "\"b64\":true,\"crit\":[\"b64\"]",
        "\"b64\":false",
        "\"b64\":true",
        "\"b64\":null"
      })
  void anUnencodedPayloadIsNotSupported(String parameters) {
    assertThat(reason(withHeader(parameters))).isEqualTo(Reason.CRIT_UNSUPPORTED);
  }

  /** The forger's own key, in every way that a header can bring one along. */
  @Test
  void keysThatATokenBringsAlongAreNotLookedAt() {
    SigningKey forger = TestKeys.of(Algorithm.ES256);
    String jwk = Jwk.of(forger.verificationKey()).toJson().toJson();
    for (String parameter : new String[] {
      "\"jwk\":" + jwk,
      "\"jku\":\"https://forger.example/jwks.json\"",
      "\"x5u\":\"https://forger.example/cert.pem\"",
      "\"x5c\":[\"MIIB\"]",
      "\"x5t\":\"AAAA\"",
      "\"kid\":\"../../../../dev/null\"",
      "\"kid\":\"' or 1=1 --\""
    }) {
      String token = HandMadeJws.of("{\"alg\":\"ES256\"," + parameter + "}", "{}", forger);
      RawJwt raw = accepted(RawJwt.parse(token));
      VerificationKey other = accepted(
          VerificationKey.ofPem(Algorithm.ES256, TestKeys.publicPem(TestKeys.ecPair("secp256r1"))));
      assertThat(reason(raw.verifiedBy(other))).isEqualTo(Reason.BAD_SIGNATURE);
      accepted(raw.verifiedBy(forger.verificationKey()));
    }
  }

  private static Outcome<RawJwt> withHeader(String parameters) {
    return RawJwt.parse(HandMadeJws.of("{\"alg\":\"HS256\"," + parameters + "}", "{}", KEY));
  }
}
