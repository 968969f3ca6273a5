package dev.jeton.server.opendoors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open doors of the built server, asked from elsewhere. */
class OpenDoorsIT {
  private static final String DOORS = "/api/v1/open-doors";
  private static final String CALL = "/callparameters";
  private static final String[] ELSEWHERE = {"Via", "1.1 proxy"};
  private static final Map<String, String> REALM = Map.of(
      "KANDY_REALM",
      "shop",
      "KANDY_SECURITY_KEY",
      Opened.securityKey(),
      "KANDY_CIPHER",
      "cbc",
      "KANDY_TO",
      "help@example.com, boss@example.com");

  @TempDir
  Path folder;

  @Test
  void aVisitorGetsWhatThePolicyAllowsOnceItHasComputedEnough() throws Exception {
    try (RunningServer server = RunningServer.start(folder, REALM)) {
      assertThat(server.get(CALL, ELSEWHERE).status()).isEqualTo(401);
      open(server, ",\"guard\":\"proof-of-work\",\"difficulty\":1000,\"perNetwork\":5");
      server.awaitLine(line -> line.contains(
          "GET /callparameters is open to anybody (open door call-us): at most 5 a minute"));
      assertThat(server.get(CALL + "?callee=help@example.com", ELSEWHERE).status())
          .isEqualTo(403);

      Answer called = server.get(CALL + "?callee=help@example.com", solved(server));
      assertThat(called.status()).as(called.body()).isEqualTo(200);
      assertThat(called.json().path("realm").asText()).isEqualTo("shop");
      server.awaitLine(line -> line.contains("GET " + CALL + " 200") && line.endsWith("anonymous"));
      Answer refused = server.get(CALL + "?callee=boss@example.com", solved(server));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.json().path("message").asText())
          .isEqualTo("without a proof this door gives no such token");

      assertThat(server.get("/token?identifier=x", ELSEWHERE).status()).isEqualTo(401);
      assertThat(server.get("/q/metrics").body())
          .containsPattern("jeton_open_doors\\{?.* 1\\.0")
          .containsPattern("jeton_open_doors_guarded_total\\{outcome=\"passed\",?\\} 2\\.0");
      server.get(CALL, ELSEWHERE);
      server.get(CALL, ELSEWHERE);
      assertThat(server.get(CALL, ELSEWHERE).status()).isEqualTo(429);
    }
  }

  @Test
  void aServerWithAnOpenDoorStartsBeyondThisMachineAndSaysSo() throws Exception {
    try (RunningServer server = RunningServer.start(folder, REALM)) {
      open(server, "");
    }
    try (RunningServer server = RunningServer.start(folder, REALM, "--host", "0.0.0.0")) {
      server.awaitLine(line -> line.contains("GET /callparameters is open to anybody"));
      assertThat(server.get(CALL + "?callee=help@example.com", ELSEWHERE).status())
          .isEqualTo(200);
      assertThat(server.get("/token?identifier=x", ELSEWHERE).status()).isEqualTo(401);
      Answer closed = server.send(
          DOORS + "/call-us",
          request -> request
              .header("Content-Type", "application/json")
              .method("PATCH", BodyPublishers.ofString("{\"enabled\":false}")),
          operator(server));
      assertThat(closed.status()).as(closed.body()).isEqualTo(200);
      assertThat(server.get(CALL + "?callee=help@example.com", ELSEWHERE).status())
          .isEqualTo(401);
    }
    try (RunningServer refused = RunningServer.start(folder, REALM, "--host", "0.0.0.0")) {
      assertThat(refused.exitCode()).isEqualTo(2);
    }
  }

  private static void open(RunningServer server, String more) throws IOException {
    Answer policy = server.post(
        "/api/v1/policies",
        "{\"name\":\"help-desk\",\"projects\":[\"shop\"],\"readyMade\":\"kandy-help-desk\"}",
        operator(server));
    assertThat(policy.status()).as(policy.body()).isEqualTo(201);
    Answer door = server.post(
        DOORS,
        "{\"name\":\"call-us\",\"door\":\"GET /callparameters\",\"policy\":\"help-desk\"" + more
            + "}",
        operator(server));
    assertThat(door.status()).as(door.body()).isEqualTo(201);
  }

  private static String[] solved(RunningServer server) {
    Answer challenge = server.get(DOORS + "/call-us/challenge", ELSEWHERE);
    assertThat(challenge.status()).isEqualTo(200);
    return new String[] {
      ELSEWHERE[0], ELSEWHERE[1], "Jeton-Proof-Of-Work", Opened.solved(challenge.body())
    };
  }

  private static String[] operator(RunningServer server) throws IOException {
    return new String[] {"Authorization", "Bearer " + server.adminToken()};
  }
}
