package dev.jeton.server.agora;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of an Agora project whose certificates lie in the store. */
class ProjectStoryIT {
  @TempDir
  static Path folder;

  @Test
  void certificatesAreRotatedWhileTokensLiveAndARestartChangesNothing() throws Exception {
    String old;
    String fresh;
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      ProjectClient client = new ProjectClient(server);
      Answer created = client.post("", "{\"name\":\"shop\",\"defaultTtlSeconds\":600}");
      assertThat(created.status()).as(created.body()).isEqualTo(201);
      assertThat(created.json().path("appId").asText()).matches("[0-9a-f]{32}");
      String certificate = created.json().path("certificate").asText();
      assertThat(certificate).matches("[0-9a-f]{32}");
      assertThat(client.get("/shop").body()).doesNotContain(certificate);

      old = client.mint();
      assertThat(client.verdict(old).path("signedBy").asText()).isEqualTo("primary");

      Answer prepared = client.post("/shop/certificates", "{}");
      assertThat(prepared.status()).isEqualTo(201);
      assertThat(prepared.json().path("state").asText()).isEqualTo("prepared");
      assertThat(prepared.json().path("certificate").asText()).matches("[0-9a-f]{32}");
      assertThat(client.post("/shop/certificates", "{}").json().path("code").asText())
          .isEqualTo("two-live");

      String key = prepared.json().path("id").asText();
      JsonNode rotated =
          client.post("/shop/certificates/" + key + "/activate", "{}").json();
      String former = ProjectClient.keyId(rotated, "retiring");
      fresh = client.mint();
      assertThat(client.verdict(fresh).path("signedBy").asText()).isEqualTo("primary");
      assertThat(client.verdict(old).path("signedBy").asText()).isEqualTo("secondary");

      client.post("/shop/certificates/" + former + "/retire", "{}");
      assertOnlyTheFreshOneCounts(client, fresh, old);
    }
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      ProjectClient client = new ProjectClient(server);
      assertOnlyTheFreshOneCounts(client, fresh, old);
      assertThat(client.verdict(client.mint()).path("valid").asBoolean()).isTrue();
    }
  }

  private static void assertOnlyTheFreshOneCounts(ProjectClient client, String fresh, String old)
      throws IOException {
    assertThat(client.verdict(fresh).path("valid").asBoolean()).isTrue();
    assertThat(client.verdict(old).path("code").asText()).isEqualTo("BAD_SIGNATURE");
  }
}
