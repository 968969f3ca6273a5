package dev.jeton.server.agora;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.server.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The built server with Agora projects, and a client that asks it. */
final class AgoraServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final RunningServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private AgoraServer(Path folder, RunningServer server) {
    this.folder = folder;
    this.server = server;
  }

  static AgoraServer start(Map<String, String> environment) throws Exception {
    return start(Files.createTempDirectory("jeton-agora"), environment);
  }

  static AgoraServer start(Path folder, Map<String, String> environment) throws Exception {
    return new AgoraServer(folder, RunningServer.start(folder, environment));
  }

  Path folder() {
    return folder;
  }

  List<String> output() {
    return server.output();
  }

  String adminToken() throws IOException {
    return Files.readString(folder.resolve("data").resolve("admin.token")).strip();
  }

  Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  Answer post(String path, String body, String... headers) {
    return send(request(path, headers)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    return headers.length > 0 ? request.headers(headers) : request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the server answered", e);
    }
  }

  /** What it answered. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      try {
        return JSON.readTree(body());
      } catch (IOException e) {
        throw new AssertionError("no JSON: " + body(), e);
      }
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
