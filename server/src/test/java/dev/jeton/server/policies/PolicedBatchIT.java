package dev.jeton.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registered caller's batches and repetitions, on the built server. */
class PolicedBatchIT {
  private static final String BATCH = "/api/v1/tokens/batch";
  private static final String RTM = "/api/v1/tokens/agora/rtm";

  @TempDir
  static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(
        folder,
        Map.of(
            "AGORA_APP_ID",
            "5f1c0a9be7d24c638a10b3e2d4f59687",
            "AGORA_APP_CERTIFICATE",
            "9d3e" + "a7c15b684f20" + "8e6b1d94c2f7a053"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void eachPartOfABatchIsAskedForByItself() throws Exception {
    String key = caller("mixed", "kind == 'rtm' && user.startsWith('u')");
    Answer answer =
        server.post(BATCH, batch(rtm("u1"), rtm("v1"), chat("u1"), rtm("u2")), bearer(key));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().findValuesAsText("status"))
        .containsExactly("200", "403", "403", "200");
    assertThat(answer.json().findValuesAsText("token")).hasSize(2);
    assertThat(answer.json().findValuesAsText("code"))
        .containsExactly("not-permitted", "not-permitted");
  }

  @Test
  void aBatchThatIsTooMuchForOneUserGivesNothingAndCountsNobody() throws Exception {
    String key = caller("counted", "kind == 'rtm'");
    set("{\"limits.tokens-per-user\": 2}");
    try {
      assertThat(server.post(RTM, "{\"user\":\"ann\"}", bearer(key)).status()).isEqualTo(200);
      Answer refused =
          server.post(BATCH, batch(rtm("bob"), rtm("bob"), rtm("ann"), rtm("ann")), bearer(key));
      assertThat(refused.status()).as(refused.body()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isNotEmpty();
      assertThat(refused.body()).doesNotContain("token\":");
      assertThat(server.post(BATCH, batch(rtm("bob"), rtm("bob")), bearer(key)).status())
          .isEqualTo(200);
      Answer never = server.post(BATCH, batch(rtm("eve"), rtm("eve"), rtm("eve")), bearer(key));
      assertThat(never.status()).isEqualTo(400);
      assertThat(never.json().path("code").asText()).isEqualTo("batch-too-large");
    } finally {
      set("{\"limits.tokens-per-user\": 60}");
    }
  }

  @Test
  void aRepetitionGetsNothingOnceThePolicyIsWithdrawn() throws Exception {
    String key = caller("repeating", "kind == 'rtm'");
    String[] headers = {"Authorization", "Bearer " + key, "Idempotency-Key", "once"};
    Answer first = server.post(RTM, "{\"user\":\"ann\"}", headers);
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(server.post(RTM, "{\"user\":\"ann\"}", headers).json().path("token"))
        .isEqualTo(first.json().path("token"));
    patch("/api/v1/policies/repeating", "{\"when\":\"kind == 'chat'\"}");
    Answer again = server.post(RTM, "{\"user\":\"ann\"}", headers);
    assertThat(again.status()).as(again.body()).isEqualTo(403);
  }

  private static String batch(String... items) {
    return "[" + String.join(",", items) + "]";
  }

  private static String rtm(String user) {
    return "{\"platform\":\"agora\",\"kind\":\"rtm\",\"user\":\"" + user + "\"}";
  }

  private static String chat(String user) {
    return "{\"platform\":\"agora\",\"kind\":\"chat\",\"user\":\"" + user + "\"}";
  }

  /** Its key; it has the one policy of its name. */
  private static String caller(String name, String when) throws IOException {
    Answer policy = server.post(
        "/api/v1/policies",
        "{\"name\":\"" + name + "\",\"platforms\":[\"agora\"],\"projects\":[\"*\"],\"when\":\""
            + when + "\"}",
        bearer(server.adminToken()));
    assertThat(policy.status()).as(policy.body()).isEqualTo(201);
    Answer caller = server.post(
        "/api/v1/callers",
        "{\"name\":\"" + name + "\",\"policies\":[\"" + name + "\"]}",
        bearer(server.adminToken()));
    assertThat(caller.status()).as(caller.body()).isEqualTo(201);
    return caller.json().path("key").asText();
  }

  private static void set(String settings) throws IOException {
    patch("/api/v1/settings", settings);
  }

  private static void patch(String path, String json) throws IOException {
    Answer answer = server.send(
        path,
        request -> request
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(json)),
        bearer(server.adminToken()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }
}
