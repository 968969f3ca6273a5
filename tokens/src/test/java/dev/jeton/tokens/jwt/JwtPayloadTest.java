package dev.jeton.tokens.jwt;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7519 sections 4 and 7.2: the payload of a JWT is one JSON object; that of a JWS is bytes. */
class JwtPayloadTest {
  private static final SigningKey KEY = TestKeys.of(Algorithm.HS256);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|MALFORMED",
        "\"text\"|MALFORMED",
        "1|MALFORMED",
        "null|MALFORMED",
        "not json|MALFORMED",
        "{} x|MALFORMED",
        "{}{}|MALFORMED",
        "{\"iss\":\"a\",\"iss\":\"b\"}|DUPLICATE_MEMBER",
        "{\"a\":{\"b\":1,\"b\":1}}|DUPLICATE_MEMBER",
        "{\"iss\":\"a\",\"\\u0069ss\":\"b\"}|DUPLICATE_MEMBER"
      })
  void aPayloadThatIsNotOneObjectIsRefusedThoughItIsSigned(String payload, Reason expected) {
    String token = HandMadeJws.of("{\"alg\":\"HS256\"}", payload, KEY);
    assertThat(reason(RawJwt.parse(token))).isEqualTo(expected);
    assertThat(accepted(accepted(RawJws.parse(token)).verifiedBy(KEY.verificationKey()))
            .payload())
        .isEqualTo(payload.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] payload = "{\"iss\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    byte[] header = "{\"alg\":\"HS256\"}".getBytes(StandardCharsets.US_ASCII);
    assertThat(reason(RawJwt.parse(HandMadeJws.of(header, payload, KEY))))
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void aHeaderWithTwoAlgorithmsIsRefused() {
    String token = HandMadeJws.of("{\"alg\":\"none\",\"alg\":\"HS256\"}", "{}", KEY);
    assertThat(reason(RawJwt.parse(token))).isEqualTo(Reason.DUPLICATE_MEMBER);
  }
}
