package dev.jeton.bench.store;

import dev.jeton.bench.BenchFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks a server as its operator. */
final class Operator {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Path data;
  private String base = "";

  Operator(Path data) {
    this.data = data;
  }

  /** From now on it asks this one. */
  void turnTo(String address) {
    base = address;
  }

  String get(String path) throws IOException {
    return send(request(path).GET());
  }

  String post(String path, String json) throws IOException {
    return send(request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) throws IOException {
    String token = Files.readString(data.resolve("admin.token")).strip();
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest.Builder request) throws IOException {
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new BenchFault("the server answered " + answer.statusCode() + ": " + answer.body());
      }
      return answer.body();
    } catch (InterruptedException e) {
      throw new BenchFault("interrupted");
    }
  }
}
