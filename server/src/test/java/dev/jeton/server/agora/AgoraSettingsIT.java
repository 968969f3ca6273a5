package dev.jeton.server.agora;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.agora.AgoraServer.Answer;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AccessToken2;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.RtcRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings make of the server. */
class AgoraSettingsIT {
  private static final String APP_ID = "c1b2c3d4e5f60718293a4b5c6d7e8f92";
  private static final String PRIMARY = "3f1e2d3c4b5a69788796a5b4c3d2e1f3";
  private static final String SECONDARY = "4f1e2d3c4b5a69788796a5b4c3d2e1f4";

  @Test
  void withoutSettingsADemoProjectAnswersAndSaysSo() throws Exception {
    try (AgoraServer server = AgoraServer.start(Map.of())) {
      Answer answer = server.post("/rtctoken", "{\"channel\":\"lobby\",\"isPublisher\":true}");
      assertThat(answer.header("Jeton-Demo")).isEqualTo("true");
      JsonNode minted = answer.json();
      String request =
          "{\"platform\":\"agora\",\"token\":\"%s\",\"context\":{\"channel\":\"lobby\",\"uid\":%d}}"
              .formatted(minted.path("token").asText(), minted.path("uid").asLong());
      assertThat(server.post("/api/v1/verify", request).json().path("valid").asBoolean())
          .isTrue();

      Answer batch = server.post(
          "/api/v1/tokens/batch", "[{\"platform\":\"agora\",\"kind\":\"rtm\",\"user\":\"u\"}]");
      assertThat(batch.header("Jeton-Demo")).isEqualTo("true");

      Answer proxied = server.post(
          "/rtctoken",
          "{\"channel\":\"lobby\"}",
          "X-Forwarded-For",
          "192.0.2.1",
          "Authorization",
          "Bearer " + server.adminToken());
      assertThat(proxied.status()).isEqualTo(403);
      assertThat(server.output())
          .anyMatch(line -> line.startsWith("Agora: a demo project"))
          .anyMatch(line -> line.contains("set AGORA_APP_ID and AGORA_APP_CERTIFICATE"));
    }
  }

  @Test
  void tokensOfTheSecondaryCertificateVerifyAndThePrimaryMints() throws Exception {
    Map<String, String> project = Map.of(
        "AGORA_APP_ID", APP_ID,
        "AGORA_APP_CERTIFICATE", PRIMARY,
        "AGORA_APP_CERTIFICATE_SECONDARY", SECONDARY);
    try (AgoraServer server = AgoraServer.start(project)) {
      assertThat(signedBy(server, token(SECONDARY))).isEqualTo("secondary");
      assertThat(signedBy(server, token(PRIMARY))).isEqualTo("primary");
      assertThat(signedBy(server, token("5f1e2d3c4b5a69788796a5b4c3d2e1f5"))).isEmpty();
    }
  }

  @Test
  void theOldDoorsGive006WhereTheSettingsSaySo() throws Exception {
    Map<String, String> project = Map.of(
        "AGORA_APP_ID", APP_ID,
        "AGORA_APP_CERTIFICATE", PRIMARY,
        "AGORA_TOKEN_VERSION", "006");
    try (AgoraServer server = AgoraServer.start(project)) {
      Answer rtc = server.get("/rtc/lobby/publisher/uid/42/");
      assertThat(rtc.json().path("rtcToken").asText()).startsWith("006" + APP_ID);
      Answer rtm = server.post("/rtmtoken", "{\"user\":\"alice\"}");
      assertThat(rtm.json().path("token").asText()).startsWith("006" + APP_ID);
      assertThat(server.get("/chat/account/alice/").status()).isEqualTo(400);
    }
  }

  @Test
  void publishedSecretsAndWrongIdsAreAllToldAtOnceAndNotRepeated(@TempDir Path folder)
      throws Exception {
    String published = "5CFd2fd1755d40ecb72977518be15d3b";
    Map<String, String> environment =
        Map.of("AGORA_APP_ID", "short", "AGORA_APP_CERTIFICATE", published, "AGORA_ALLOW", "all");
    try (RunningServer server = RunningServer.launch(folder, environment)) {
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.output())
          .anyMatch(line -> line.startsWith("agora.app-id"))
          .anyMatch(line -> line.startsWith("agora.app-certificate") && line.contains("published"))
          .anyMatch(line -> line.startsWith("agora.allow"))
          .noneMatch(line -> line.contains(published));
    }
  }

  private static String token(String certificate) {
    return AccessToken2.forApp(new AppId(APP_ID))
        .issuedAt(Instant.now())
        .validFor(Duration.ofMinutes(1))
        .salt(7)
        .rtc(new Channel("lobby"), AgoraUser.uid(1), RtcRole.SUBSCRIBER, Duration.ZERO)
        .sign(AppCertificate.of(Secret.ofText(certificate)));
  }

  private static String signedBy(AgoraServer server, String token) {
    String request =
        "{\"platform\":\"agora\",\"token\":\"%s\",\"context\":{\"channel\":\"lobby\",\"uid\":1}}"
            .formatted(token);
    return server.post("/api/v1/verify", request).json().path("signedBy").asText();
  }
}
