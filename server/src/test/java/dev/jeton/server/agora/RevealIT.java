package dev.jeton.server.agora;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stored certificate is seen again where the settings allow that, and nowhere else. */
class RevealIT {
  private static final String CERTIFICATE = "5f1e2d3c4b5a69788796a5b4c3d2e1f4";
  private static final String NEW = "{\"name\":\"shop\",\"certificate\":\"" + CERTIFICATE + "\"}";

  @TempDir
  Path folder;

  private static String reveal(JsonNode project) {
    return "/shop/certificates/" + ProjectClient.keyId(project, "active") + "/reveal";
  }

  @Test
  void nothingIsShownAgainUnlessTheSettingsSaySoAndNoRequestTurnsItOn() throws Exception {
    String reveal;
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      ProjectClient client = new ProjectClient(server);
      reveal = reveal(client.post("", NEW).json());
      Answer refused = client.post(reveal, "{}");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.json().path("code").asText()).isEqualTo("reveal-off");
      assertThat(refused.body()).doesNotContain(CERTIFICATE);
      Answer turnedOn = server.send(
          "/api/v1/settings",
          request -> request
              .header("Content-Type", "application/json")
              .method("PATCH", BodyPublishers.ofString("{\"vault.reveal\":true}")),
          "Authorization",
          "Bearer " + server.adminToken());
      assertThat(turnedOn.json().path("code").asText()).isEqualTo("unknown-setting");
    }
    try (RunningServer server = RunningServer.start(folder, Map.of("JETON_VAULT_REVEAL", "true"))) {
      ProjectClient client = new ProjectClient(server);
      Answer revealed = client.post(reveal, "{}");
      assertThat(revealed.json().path("certificate").asText()).isEqualTo(CERTIFICATE);
      assertThat(revealed.header("Cache-Control")).isEqualTo("no-store");
      assertThat(server.post("/api/v1/agora/projects" + reveal, "{}").status()).isEqualTo(401);
    }
  }
}
