package dev.jeton.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Imports a source into a running server. */
public record ImportClient(RunningServer server, String from) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What it would do; nothing may have changed then. */
  public JsonNode shown(String text, Map<String, String> options) {
    return answered(text, options, json -> json.put("dryRun", true));
  }

  /** What it did. */
  public JsonNode done(String text, Map<String, String> options) {
    JsonNode answer = answered(text, options, json -> json);
    assertThat(answer.path("applied").asBoolean()).isTrue();
    return answer;
  }

  /** What it did with that part of it that is not refused. */
  public JsonNode doneInPart(String text) {
    return answered(text, Map.of(), json -> json.put("leaveOutRefused", true));
  }

  /** Each change as {@code create shop}. */
  public static List<String> acts(JsonNode answer) {
    return StreamSupport.stream(answer.path("changes").spliterator(), false)
        .map(change -> change.path("act").asText() + " " + change.path("name").asText())
        .toList();
  }

  /** Each refusal as {@code shop short-key}. */
  public static List<String> refused(JsonNode answer) {
    return StreamSupport.stream(answer.path("refused").spliterator(), false)
        .map(one -> one.path("name").asText() + " " + one.path("code").asText())
        .toList();
  }

  /** Neither the log nor the audit has any of these. */
  public void assertKeptToItself(String... secrets) throws IOException {
    assertThat(server.output()).noneMatch(line -> Stream.of(secrets).anyMatch(line::contains));
    try (Stream<Path> files = Files.walk(server.folder().resolve("data/audit"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain(secrets);
      }
    }
  }

  private interface More {
    ObjectNode to(ObjectNode body);
  }

  private JsonNode answered(String text, Map<String, String> options, More more) {
    ObjectNode body = JSON.createObjectNode().put("from", from).put("text", text);
    options.forEach(body.putObject("options")::put);
    try {
      RunningServer.Answer answer = server.post(
          "/api/v1/import",
          more.to(body).toString(),
          "Authorization",
          "Bearer " + server.adminToken());
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      return answer.json();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
