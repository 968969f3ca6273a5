package dev.jeton.server.sunbird;

import static dev.jeton.server.sunbird.SunbirdServer.MINT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.stream.Stream;

/** An operator of a running server, with the proof for everything. */
final class SunbirdOperator {
  static final String GROUPS = "/api/v1/sunbird/groups";
  static final String CONSUMERS = "/api/v1/sunbird/consumers";
  static final String CREDENTIALS = "/api/v1/sunbird/credentials";

  private static final String REQUEST = "\"method\":\"GET\",\"url\":\"/path\"";

  private final RunningServer server;

  SunbirdOperator(RunningServer server) {
    this.server = server;
  }

  Answer send(String method, String path, String body, String... headers) {
    return server.send(
        path,
        request -> request
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)),
        withProof(headers));
  }

  Answer post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  JsonNode get(String path) {
    Answer answer = server.get(path, withProof());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  JsonNode made(String path, String body) {
    Answer answer = post(path, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    return answer.json();
  }

  JsonNode done(String method, String path, String body) {
    Answer answer = send(method, path, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  void refused(Answer answer, int status, String code, String part) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("detail").asText()).contains(part);
  }

  /** Asks for a token as anybody may. */
  Answer mint(String credential) {
    return server.post(MINT, "{\"key\":\"" + credential + "\"," + REQUEST + "}");
  }

  String minted(String credential) {
    Answer answer = mint(credential);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("token").asText();
  }

  JsonNode verified(String token) {
    return post(
            "/api/v1/verify",
            "{\"platform\":\"sunbird\",\"token\":\"" + token + "\",\"context\":{" + REQUEST + "}}")
        .json();
  }

  /** {@code valid}, or the code of the refusal. */
  String verdict(String token) {
    JsonNode answer = verified(token);
    return answer.path("valid").asBoolean() ? "valid" : answer.path("code").asText();
  }

  private String[] withProof(String... headers) {
    try {
      return Stream.concat(
              Arrays.stream(headers), Stream.of("Authorization", "Bearer " + server.adminToken()))
          .toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
