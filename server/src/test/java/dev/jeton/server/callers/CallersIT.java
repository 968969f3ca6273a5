package dev.jeton.server.callers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers of the built server, asked from elsewhere. */
class CallersIT {
  private static final String CALLERS = "/api/v1/callers";
  private static final String SHOP = CALLERS + "/shop";
  private static final String[] ELSEWHERE = {"Via", "1.1 proxy"};
  private static final String TOKEN = "{\"token\":\"007x\"}";

  @TempDir
  Path folder;

  @Test
  void aKeyOpensTheDoorsFromElsewhereUntilItIsRevokedAndARestartChangesNothing() throws Exception {
    String key;
    String id;
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      JsonNode made = made(server, "{\"name\":\"shop\"}");
      key = made.path("key").asText();
      id = made.path("keys").path(0).path("id").asText();
      assertThat(inspect(server, ELSEWHERE).status()).isEqualTo(401);
      assertThat(inspect(server, with(key)).status()).isEqualTo(200);
      assertThat(server.get(CALLERS, with(key)).status()).isEqualTo(403);
      assertThat(server.get("/q/metrics", with(key)).status()).isEqualTo(403);
      server.awaitLine(line -> line.endsWith("caller:shop") && line.contains("/api/v1/inspect"));
      assertThat(server.output()).noneMatch(line -> line.contains(key.substring(16)));
      server.terminate();
      assertThat(server.exitCode()).isZero();
    }
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      JsonNode shown = server.get(SHOP, operator(server)).json();
      assertThat(shown.path("lastUsedAt").asText()).endsWith("Z");
      assertThat(inspect(server, with(key)).status()).isEqualTo(200);
      Answer revoked = server.post(SHOP + "/keys/" + id + "/revoke", "{}", operator(server));
      assertThat(revoked.status()).as(revoked.body()).isEqualTo(200);
      assertThat(inspect(server, with(key)).status()).isEqualTo(401);
    }
  }

  @Test
  void whoeverShowsAWrongKeyLearnsNothingOfTheRightOnes() throws Exception {
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      String net = made(server, "{\"name\":\"net\",\"networks\":[\"192.0.2.0/24\"]}")
          .path("key")
          .asText();
      String off =
          made(server, "{\"name\":\"off\",\"enabled\":false}").path("key").asText();
      String checked = off.substring(0, 16) + "0".repeat(32);
      String guessed = checked + Base62.checksum(checked);
      String unknown = "jtn_0123456789ABabcdefghijklmnopqrstuvwxyzABCDEF1S8XVy";
      for (String wrong : List.of(net, off, guessed, unknown, "jtn_nonsense", "nonsense")) {
        Answer answer = inspect(server, with(wrong));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("code").asText()).isEqualTo("wrong-proof");
        assertThat(answer.json().path("detail").asText())
            .isEqualTo("the Authorization header proves no caller known here");
      }
      String[] localWithWrong = {"Authorization", "Bearer " + unknown};
      assertThat(inspect(server, localWithWrong).status()).isEqualTo(401);
    }
  }

  @Test
  void aServerStartsBeyondThisMachineOnceACallerIsRegisteredAndSwitchedOn() throws Exception {
    refusedToOpen();
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      made(server, "{\"name\":\"shop\"}");
    }
    try (RunningServer server = RunningServer.start(folder, Map.of(), "--host", "0.0.0.0")) {
      assertThat(inspect(server, ELSEWHERE).status()).isEqualTo(401);
      Answer off = server.send(
          SHOP,
          request -> request
              .header("Content-Type", "application/json")
              .method("PATCH", BodyPublishers.ofString("{\"enabled\":false}")),
          operator(server));
      assertThat(off.status()).as(off.body()).isEqualTo(200);
    }
    refusedToOpen();
  }

  private void refusedToOpen() {
    try (RunningServer server =
        RunningServer.launch(folder, Map.of(), "--host", "0.0.0.0", "--port", "0")) {
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.output()).singleElement().asString().contains("jeton caller create");
    }
  }

  private static Answer inspect(RunningServer server, String... headers) {
    return server.post("/api/v1/inspect", TOKEN, headers);
  }

  private static JsonNode made(RunningServer server, String body) throws IOException {
    Answer answer = server.post(CALLERS, body, operator(server));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private static String[] operator(RunningServer server) throws IOException {
    return new String[] {"Authorization", "Bearer " + server.adminToken()};
  }

  private static String[] with(String key) {
    return new String[] {"Via", "1.1 proxy", "Authorization", "Bearer " + key};
  }
}
