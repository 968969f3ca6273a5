package dev.jeton.cli.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jeton.cli.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers what the test gave it, in that order, and writes down what it was asked. */
public final class StandIn implements AutoCloseable {
  public static final String TOKEN = "jeton-admin-0123456789";

  private static final String BREAKING_OFF = "application/x-breaking-off";

  private final HttpServer http;
  private final Queue<Given> answers = new ArrayDeque<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private record Given(int status, String type, ByteBuffer body, Map<String, String> headers) {}

  /** One request; {@code line} is method, path and query. */
  public record Asked(String line, String body, Map<String, List<String>> headers) {
    /** The header's first value, or nothing. */
    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  public StandIn() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::handle);
    http.start();
  }

  /** Writes its admin token where a server does. */
  public void giveTokenTo(Path data) throws IOException {
    privateFile(data.resolve("admin.token"), TOKEN + "\n");
  }

  /** A file that only its owner can read. */
  public static Path privateFile(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** A run that asks it. */
  public Run run(Path data) {
    return Run.bare().with("JETON_DATA", data.toString()).with("JETON_SERVER", url());
  }

  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  public StandIn answering(int status, String json) {
    return answering(status, json, Map.of());
  }

  public StandIn answering(int status, String json, Map<String, String> headers) {
    String type = status < 400 ? "application/json" : "application/problem+json";
    return given(status, type, json.getBytes(StandardCharsets.UTF_8), headers);
  }

  public StandIn answeringBytes(byte[] bytes) {
    return given(200, "application/octet-stream", bytes, Map.of());
  }

  /** Sends the bytes and hangs up, having promised one more. */
  public StandIn breakingOffAfter(byte[] bytes) {
    return given(200, BREAKING_OFF, bytes, Map.of());
  }

  public StandIn refusing(int status, String code, String detail) {
    return answering(
        status,
        "{\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"" + detail + "\"}");
  }

  public List<Asked> asked() {
    return asked;
  }

  /** Methods, paths and queries of all requests. */
  public List<String> lines() {
    return asked.stream().map(Asked::line).toList();
  }

  private synchronized StandIn given(
      int status, String type, byte[] body, Map<String, String> headers) {
    answers.add(new Given(status, type, ByteBuffer.wrap(body), headers));
    return this;
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(new Asked(
          exchange.getRequestMethod() + " " + exchange.getRequestURI(),
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
          Map.copyOf(exchange.getRequestHeaders())));
      Given given = answers.isEmpty()
          ? new Given(500, "text/plain", ByteBuffer.allocate(0), Map.of())
          : answers.remove();
      exchange.getResponseHeaders().set("Content-Type", given.type());
      given.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = given.body().array();
      long promised = (long) body.length + (given.type().equals(BREAKING_OFF) ? 1 : 0);
      exchange.sendResponseHeaders(given.status(), promised == 0 ? -1 : promised);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
