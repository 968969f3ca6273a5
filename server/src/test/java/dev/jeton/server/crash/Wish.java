package dev.jeton.server.crash;

import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;

/**
 * One request that changes something.
 *
 * @param repeatable whether it carries an Idempotency-Key, so that it may be sent again
 * @param outcome what there is when it is done, by name; empty for what is gone
 */
record Wish(
    String method,
    String path,
    String body,
    Optional<String> repeatable,
    Map<String, Optional<Thing>> outcome) {

  Answer send(RunningServer server, String proof) {
    return server.send(path, request -> {
      repeatable.ifPresent(key -> request.header("Idempotency-Key", key));
      return request
          .version(HttpClient.Version.HTTP_1_1)
          .header("Content-Type", "application/json")
          .header("Authorization", proof)
          .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    });
  }

  @Override
  public String toString() {
    return method + " " + path + " for " + outcome;
  }
}
