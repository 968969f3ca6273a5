package dev.jeton.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Administers a server. */
record HubOperator(RunningServer server) {
  static final String ISSUERS = "/api/v1/hub/issuers";
  static final String KEYS = "/api/v1/hub/keys";
  static final String ACCOUNTS = "/api/v1/hub/accounts";

  Answer post(String path, String body, String... headers) {
    return server.post(path, body.replace('\'', '"'), proof(headers));
  }

  Answer patch(String path, String body, String... headers) {
    return server.send(
        path,
        request -> request
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body.replace('\'', '"'))),
        proof(headers));
  }

  Answer delete(String path) {
    return server.send(path, request -> request.DELETE(), proof());
  }

  JsonNode get(String path) {
    return done(server.get(path, proof()), 200);
  }

  /** What it answered, with that status. */
  static JsonNode done(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer.json();
  }

  static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
  }

  /** The members of that name of all objects in a list. */
  static List<String> each(JsonNode list, String member) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(one -> one.path(member).asText())
        .toList();
  }

  List<String> published(String query) {
    return each(server.get("/hub/jwks.json" + query).json().path("keys"), "kid");
  }

  private String[] proof(String... more) {
    return Stream.concat(Stream.of(new HubClient(server).operator()), Stream.of(more))
        .toArray(String[]::new);
  }
}
