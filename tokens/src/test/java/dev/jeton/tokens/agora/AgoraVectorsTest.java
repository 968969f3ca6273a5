package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.agora.VectorFile.Vector;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published token: what official libraries made is read here, and made again byte for byte. */
class AgoraVectorsTest {

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.agora.VectorFile#v006")
  void mintsEvery006TokenToTheByte(Vector vector) {
    JsonNode in = vector.inputs();
    String token = AccessToken.rtc(
            VectorFile.appId(in),
            new Channel(in.path("channel").asText()),
            AgoraUser.account(in.path("uid_string").asText()),
            VectorFile.privileges(in))
        .endsAt(in.path("ts").asLong())
        .salt((int) in.path("salt").asLong())
        .sign(VectorFile.certificate(in));

    assertThat(token).isEqualTo(vector.json().path("expected_token").asText());
  }

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.agora.VectorFile#v007")
  void mintsEvery007PayloadToTheByte(Vector vector) {
    JsonNode in = vector.inputs();
    AccessToken2 token = AccessToken2.forApp(VectorFile.appId(in))
        .issuedAt(in.path("issue_ts").asLong())
        .validFor(in.path("expire").asLong())
        .salt((int) in.path("salt").asLong());
    VectorFile.services(in).forEach(token::service);

    assertThat(payload(token.sign(VectorFile.certificate(in)))).isEqualTo(vector.payloadHex());
  }

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.agora.VectorFile#v007")
  void readsEveryOfficial007TextToTheSamePayload(Vector vector) {
    assertThat(vector.texts()).isNotEmpty();
    for (String text : vector.texts()) {
      assertThat(payload(text)).isEqualTo(vector.payloadHex());
      assertThat(accepted(RawAccessToken2.parse(text)).services())
          .isEqualTo(VectorFile.services(vector.inputs()));
    }
  }

  private static String payload(String text) {
    return HexFormat.of().formatHex(accepted(RawAccessToken2.parse(text)).payload());
  }
}
