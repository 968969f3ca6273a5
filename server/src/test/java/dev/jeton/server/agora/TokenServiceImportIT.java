package dev.jeton.server.agora;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.ImportClient;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenServiceImportIT {
  private static final String APP_ID = "5c1e9a07d2f84b36a1c0e7f95b28d463";
  private static final String CERTIFICATE = "b7e04d9132fa4c68957ce1d0a6f3825b";
  private static final String SOURCE = """
      # agora-token-service
      export APP_ID="%s"
      APP_CERTIFICATE='%s'
      SERVER_PORT=8080
      CORS_ALLOW_ORIGIN=*
      """.formatted(APP_ID, CERTIFICATE);

  @TempDir
  Path folder;

  @Test
  void itsProjectIsImportedOnceAndItsClientsGetTokensOfIt() throws Exception {
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      ImportClient client = new ImportClient(server, "agora-token-service");
      JsonNode plan = client.shown(SOURCE, Map.of());
      assertThat(ImportClient.acts(plan)).containsExactly("create agora-5c1e9a07");
      assertThat(plan.path("remarks").toString())
          .contains("SERVER_PORT was left", "http.port", "http.cors-origins")
          .doesNotContain("other projects");
      assertThat(token(server)).doesNotContain(APP_ID);

      JsonNode done = client.done(SOURCE, Map.of("name", "shop"));
      assertThat(ImportClient.acts(done)).containsExactly("create shop");
      assertThat(done.toString()).doesNotContain(CERTIFICATE);
      ProjectClient operator = new ProjectClient(server);
      assertThat(operator.get("/shop").json().path("appId").asText()).isEqualTo(APP_ID);
      assertThat(verified(server, token(server))).isEqualTo("true");

      assertThat(ImportClient.acts(client.done(SOURCE, Map.of())))
          .containsExactly("unchanged shop");
      client.assertKeptToItself(CERTIFICATE);
    }
  }

  private static String token(RunningServer server) {
    Answer answer =
        server.post("/getToken", "{\"tokenType\":\"rtc\",\"channel\":\"lobby\",\"uid\":\"7\"}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("token").asText();
  }

  private static String verified(RunningServer server, String token) throws Exception {
    String body = "{\"platform\":\"agora\",\"lenient\":true,\"token\":\"" + token
        + "\",\"context\":{\"project\":\"shop\",\"channel\":\"lobby\",\"uid\":7}}";
    Answer answer =
        server.post("/api/v1/verify", body, "Authorization", "Bearer " + server.adminToken());
    return answer.json().path("valid").asText() + answer.json().path("code").asText("");
  }
}
