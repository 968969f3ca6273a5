package dev.jeton.server.canary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Asks a server as its operator, and keeps what it said to whoever did something wrong. */
final class Operator {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningServer server;
  private final String proof;
  private final HttpClient files = HttpClient.newHttpClient();
  private final List<Haystack> answers = new ArrayList<>();

  Operator(RunningServer server) throws IOException {
    this.server = server;
    this.proof = "Bearer " + server.adminToken();
  }

  /** What it must take. */
  JsonNode done(String path, Map<String, ?> body, String... headers) {
    Answer answer = post(path, json(body), headers);
    if (answer.status() / 100 != 2) {
      throw new AssertionError(answer.status() + " to " + path + ": " + answer.body());
    }
    return answer.json();
  }

  /** A change that it must take. */
  void changed(String path, Map<String, ?> body) {
    Answer answer = server.send(
        path,
        request -> request
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json(body))),
        "Authorization",
        proof);
    if (answer.status() / 100 != 2) {
      throw new AssertionError(answer.status() + " to " + path + ": " + answer.body());
    }
    keepAny(answer);
  }

  /** What it must give out whole, in which nothing may stand. */
  void file(String path, Map<String, ?> body) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
        .header("Content-Type", "application/json")
        .header("Authorization", proof)
        .POST(HttpRequest.BodyPublishers.ofString(json(body)))
        .build();
    try {
      HttpResponse<byte[]> answer = files.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.statusCode() + " to " + path);
      }
      answers.add(Haystack.of("the file of " + path, answer.body()));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the server answered", e);
    }
  }

  /** A thing that it must delete. */
  void deleted(String path) {
    Answer answer = server.send(path, HttpRequest.Builder::DELETE, "Authorization", proof);
    if (answer.status() != 204) {
      throw new AssertionError(answer.status() + " to " + path + ": " + answer.body());
    }
  }

  /** A request of somebody who proves to be a caller. */
  void usedByCaller(String key) {
    Answer answer = server.get("/api/v1/callers", "Authorization", "Bearer " + key);
    if (answer.status() != 403) {
      throw new AssertionError(answer.status() + " to a caller: " + answer.body());
    }
    keepAny(answer);
  }

  /** The cookie that it sets, as a browser sends it. */
  String cookie(String path, Map<String, ?> body) {
    String cookie = post(path, json(body)).header("Set-Cookie");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  /** What it takes or refuses, as long as it does not repeat it. */
  void sent(String path, Map<String, ?> body) {
    keepAny(post(path, json(body)));
  }

  /** What it must refuse. */
  void refused(String path, String body, String... headers) {
    keep(path, post(path, body, headers));
  }

  void refused(String path, Map<String, ?> body) {
    refused(path, json(body));
  }

  /** The same by GET, with these headers alone. */
  void refusedGet(String path, String... headers) {
    keep("GET", server.get(path, headers));
  }

  /** Its answers in which nothing may stand. */
  List<Haystack> answers() {
    return answers;
  }

  private void keep(String path, Answer answer) {
    if (answer.status() / 100 != 4) {
      throw new AssertionError(answer.status() + " to " + path + ": " + answer.body());
    }
    keepAny(answer);
  }

  private void keepAny(Answer answer) {
    answers.add(Haystack.of(
        "the answer " + answer.status(),
        answer.body() + answer.response().headers().map()));
  }

  private Answer post(String path, String body, String... headers) {
    List<String> all = new ArrayList<>(Arrays.asList(headers));
    all.addAll(List.of("Authorization", proof));
    return server.post(path, body, all.toArray(String[]::new));
  }

  private static String json(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
