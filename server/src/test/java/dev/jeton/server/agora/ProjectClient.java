package dev.jeton.server.agora;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** An operator who administers Agora projects, and mints and verifies. */
final class ProjectClient {
  private static final String PATH = "/api/v1/agora/projects";

  private final RunningServer server;
  private final String proof;

  ProjectClient(RunningServer server) throws IOException {
    this.server = server;
    this.proof = "Bearer " + server.adminToken();
  }

  Answer get(String path) {
    return server.get(PATH + path, "Authorization", proof);
  }

  Answer post(String path, String body, String... headers) {
    return server.post(PATH + path, body, proven(headers));
  }

  Answer patch(String path, String body, String... headers) {
    return server.send(
        PATH + path,
        request -> request
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body)),
        proven(headers));
  }

  Answer delete(String path) {
    return server.send(PATH + path, request -> request.DELETE(), proven());
  }

  /** The path of any other door, as the operator. */
  Answer elsewhere(String path, String body) {
    return server.post(path, body, proven());
  }

  /** A token for user 42 in the lobby of the only project. */
  String mint() {
    return mint("{\"channel\":\"lobby\",\"uid\":42,\"role\":\"publisher\"}")
        .json()
        .path("token")
        .asText();
  }

  Answer mint(String body) {
    return elsewhere("/api/v1/tokens/agora/rtc", body);
  }

  JsonNode verdict(String token) {
    return elsewhere(
            "/api/v1/verify",
            "{\"platform\":\"agora\",\"token\":\"%s\",\"context\":{\"channel\":\"lobby\",\"uid\":42}}"
                .formatted(token))
        .json();
  }

  /** What is said to somebody who comes without a token. */
  JsonNode verdictWithoutToken(String appId) {
    return elsewhere("/api/v1/verify", "{\"platform\":\"agora\",\"appId\":\"%s\"}".formatted(appId))
        .json();
  }

  /** The certificate in that state. */
  static String keyId(JsonNode project, String state) {
    for (JsonNode certificate : project.path("certificates")) {
      if (certificate.path("state").asText().equals(state)) {
        return certificate.path("id").asText();
      }
    }
    throw new AssertionError("no certificate is " + state + ": " + project);
  }

  private String[] proven(String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Authorization", proof));
    return all.toArray(String[]::new);
  }
}
