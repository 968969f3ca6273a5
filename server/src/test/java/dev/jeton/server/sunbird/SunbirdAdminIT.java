package dev.jeton.server.sunbird;

import static dev.jeton.server.sunbird.SunbirdServer.MINT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's story with groups, consumers and credentials, over HTTP. */
class SunbirdAdminIT {
  private static final String GROUPS = "/api/v1/sunbird/groups";
  private static final String CONSUMERS = "/api/v1/sunbird/consumers";
  private static final String CREDENTIALS = "/api/v1/sunbird/credentials";

  @TempDir
  Path folder;

  @Test
  void aCredentialIsMadeRotatedWithAnOverlapRetiredAndSurvivesARestart() throws IOException {
    String first;
    String second;
    String newSecret;
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      made(server, GROUPS, "{\"code\":\"contentAccess\",\"title\":\"Reading content\"}");
      made(server, GROUPS, "{\"code\":\"userAdmin\",\"environment\":\"qa\"}");
      made(
          server,
          CONSUMERS,
          "{\"username\":\"app-1\",\"groups\":[\"userAdmin\",\"contentAccess\"]}");
      JsonNode made =
          made(server, CREDENTIALS, "{\"name\":\"first\",\"consumer\":\"app-1\",\"default\":true}");
      assertThat(made.path("key").asText()).matches("[0-9a-f]{32}");
      String oldSecret = made.path("secret").asText();
      assertThat(oldSecret).matches("[A-Za-z0-9]{64}");
      assertThat(made.path("groups").toString()).isEqualTo("[\"contentAccess\",\"userAdmin\"]");
      assertThat(get(server, CREDENTIALS + "/first").body()).doesNotContain(oldSecret);

      first = minted(server);
      JsonNode valid = verified(server, first);
      assertThat(valid.path("valid").asBoolean()).as(valid.toString()).isTrue();
      assertThat(valid.path("credential").asText()).isEqualTo("first");
      assertThat(valid.path("consumer").asText()).isEqualTo("app-1");
      assertThat(valid.path("groups").toString()).isEqualTo("[\"contentAccess\",\"userAdmin\"]");

      Answer rotated = post(
          server, CREDENTIALS + "/first/rotate", "{\"overlapSeconds\":7200}", "If-Match", "\"1\"");
      assertThat(rotated.status()).as(rotated.body()).isEqualTo(200);
      newSecret = rotated.json().path("secret").asText();
      assertThat(newSecret).isNotEmpty().isNotEqualTo(oldSecret);
      assertThat(rotated.json().path("secrets").findValuesAsText("state"))
          .containsExactly("retiring", "active");
      second = minted(server);
      assertThat(code(server, first)).isEqualTo("valid");
      assertThat(code(server, second)).isEqualTo("valid");

      String oldId = rotated.json().at("/secrets/0/id").asText();
      Answer stale = post(
          server, CREDENTIALS + "/first/secrets/" + oldId + "/retire", "{}", "If-Match", "\"1\"");
      assertThat(stale.status()).isEqualTo(409);
      assertThat(stale.json().path("code").asText()).isEqualTo("stale");
      assertThat(post(server, CREDENTIALS + "/first/secrets/" + oldId + "/retire", "{}")
              .status())
          .isEqualTo(200);
      assertThat(code(server, first)).isEqualTo("BAD_SIGNATURE");
      assertThat(code(server, second)).isEqualTo("valid");
    }
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      assertThat(code(server, first)).isEqualTo("BAD_SIGNATURE");
      assertThat(code(server, second)).isEqualTo("valid");
      assertThat(code(server, minted(server))).isEqualTo("valid");
      assertThat(server.output())
          .anyMatch(line -> line.startsWith("Sunbird: credential first, key "))
          .noneMatch(line -> line.contains(newSecret));
    }
  }

  private static JsonNode made(RunningServer server, String path, String body) throws IOException {
    Answer answer = post(server, path, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    return answer.json();
  }

  private static String minted(RunningServer server) {
    Answer answer = server.post(MINT, "{\"method\":\"GET\",\"url\":\"/path\"}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("token").asText();
  }

  private static JsonNode verified(RunningServer server, String token) throws IOException {
    return post(
            server,
            "/api/v1/verify",
            "{\"platform\":\"sunbird\",\"token\":\"" + token
                + "\",\"context\":{\"method\":\"GET\",\"url\":\"/path\"}}")
        .json();
  }

  private static String code(RunningServer server, String token) throws IOException {
    JsonNode answer = verified(server, token);
    return answer.path("valid").asBoolean() ? "valid" : answer.path("code").asText();
  }

  private static Answer get(RunningServer server, String path) throws IOException {
    return server.get(path, "Authorization", "Bearer " + server.adminToken());
  }

  private static Answer post(RunningServer server, String path, String body, String... headers)
      throws IOException {
    return server.post(path, body, withProof(server, headers));
  }

  static String[] withProof(RunningServer server, String... headers) throws IOException {
    return Stream.concat(
            Arrays.stream(headers), Stream.of("Authorization", "Bearer " + server.adminToken()))
        .toArray(String[]::new);
  }
}
