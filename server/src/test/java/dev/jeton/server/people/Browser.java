package dev.jeton.server.people;

import dev.jeton.server.http.Fields;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends what a page of the server would: with the cookie, the origin and the session's csrf. */
final class Browser {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final PeopleServer server;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Browser(PeopleServer server) {
    this.server = server;
    headers.put("Origin", server.address());
  }

  private Browser(PeopleServer server, Map<String, String> headers) {
    this.server = server;
    this.headers.putAll(headers);
  }

  /** The same at another node. */
  Browser at(PeopleServer other) {
    return new Browser(other, headers).with("Origin", other.address());
  }

  /** The same with this header in place of the one that it has. */
  Browser with(String name, String value) {
    Browser other = new Browser(server, headers);
    other.headers.put(name, value);
    return other;
  }

  Browser without(String name) {
    Browser other = new Browser(server, headers);
    other.headers.remove(name);
    return other;
  }

  HttpResponse<String> signIn(String name, String password) {
    HttpResponse<String> answer =
        send("POST", "/sign-in", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(cookie -> headers.put("Cookie", cookie.substring(0, cookie.indexOf(';'))));
    if (answer.statusCode() == 200) {
      headers.put("Jeton-Csrf", json(answer).text("csrf"));
    }
    return answer;
  }

  String header(String name) {
    return String.valueOf(headers.get(name));
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  HttpResponse<String> post(String path, String body) {
    return send("POST", path, body);
  }

  /** What must be done. */
  Fields done(String method, String path, String body) {
    HttpResponse<String> answer = send(method, path, body);
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.statusCode() + " to " + path + ": " + answer.body());
    }
    return answer.body().isEmpty() ? Fields.of(Buffer.buffer("{}")) : json(answer);
  }

  /** The status and the code of a refusal. */
  String code(String method, String path, String body) {
    return code(send(method, path, body));
  }

  static String code(HttpResponse<String> answer) {
    return answer.statusCode()
        + (answer.statusCode() / 100 == 2 ? "" : " " + json(answer).text("code"));
  }

  static Fields json(HttpResponse<String> answer) {
    return Fields.of(Buffer.buffer(answer.body()));
  }

  HttpResponse<String> send(String method, String path, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
        .header("Content-Type", "application/json")
        .method(
            method,
            body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
