package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.agora.VectorFile.Vector;
import dev.jeton.tokens.agora.VerifiedAgoraToken.SignedBy;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published token verifies, and under the right certificate only. */
class AgoraVectorsVerifyTest {

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.agora.VectorFile#v007")
  void every007TextVerifies(Vector vector) {
    JsonNode in = vector.inputs();
    // One that lives 0 seconds, by its inputs, is never valid.
    boolean everValid = in.path("expire").asLong() > 0;
    for (String text : vector.texts()) {
      verifiesUnderTheRightCertificate(in, text, expected007(in), everValid);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.agora.VectorFile#v006")
  void every006TextVerifies(Vector vector) {
    JsonNode in = vector.inputs();
    String text = vector.json().path("expected_token").asText();
    verifiesUnderTheRightCertificate(in, text, expected006(in), true);
  }

  private static void verifiesUnderTheRightCertificate(
      JsonNode in, String text, Expected expected, boolean everValid) {
    AppCertificate right = VectorFile.certificate(in);
    AgoraVerifier primary = verifier(in, Certificates.of(right));
    if (!everValid) {
      assertThat(reason(primary.verify(text, expected))).isEqualTo(Reason.EXPIRED);
      return;
    }
    assertThat(accepted(primary.verify(text, expected)).signedBy()).isEqualTo(SignedBy.PRIMARY);
    assertThat(accepted(verifier(in, Certificates.of(Lobby.OTHER, right)).verify(text, expected))
            .signedBy())
        .isEqualTo(SignedBy.SECONDARY);
    assertThat(reason(verifier(in, Certificates.of(Lobby.OTHER)).verify(text, expected)))
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  private static AgoraVerifier verifier(JsonNode in, Certificates certificates) {
    return new AgoraVerifier(VectorFile.appId(in), certificates);
  }

  /** At the issue second, with channel and user where a service has them. */
  private static Expected expected007(JsonNode in) {
    Expected expected = Expected.at(Instant.ofEpochSecond(in.path("issue_ts").asLong()));
    Optional<Service.OfChannel> inChannel = VectorFile.services(in).stream()
        .filter(Service.OfChannel.class::isInstance)
        .map(Service.OfChannel.class::cast)
        .findFirst();
    if (inChannel.isPresent()) {
      return expected.channel(inChannel.get().channel()).user(inChannel.get().user());
    }
    return VectorFile.services(in).stream()
        .filter(Service.OfUser.class::isInstance)
        .map(service -> ((Service.OfUser) service).userId())
        .filter(userId -> !userId.isEmpty())
        .findFirst()
        .map(userId -> expected.user(AgoraUser.account(userId)))
        .orElse(expected);
  }

  /** An hour before the end, so that privileges with an end of their own still live. */
  private static Expected expected006(JsonNode in) {
    Expected expected = Expected.at(Instant.ofEpochSecond(in.path("ts").asLong() - 3600));
    return VectorFile.privileges(in).has(Privileges.RTM_LOGIN_006)
        ? expected.user(AgoraUser.account(in.path("channel").asText()))
        : expected
            .channel(new Channel(in.path("channel").asText()))
            .user(AgoraUser.account(in.path("uid_string").asText()));
  }
}
