package dev.jeton.cli.remote;

import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.tokens.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A running server. Whatever it refuses is a {@link ProblemException}. */
public final class Server {
  /** The server gives up on its store far earlier, and says so. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A copy of the store is made before its first byte is sent. */
  private static final Duration PATIENCE_FOR_FILES = Duration.ofMinutes(10);

  private static final int UNAUTHORIZED = 401;

  private final ServerAddress address;
  private final AdminToken token;
  private final Connection connection;

  Server(ServerAddress address, AdminToken token) {
    this.address = address;
    this.token = token;
    this.connection = new Connection(address);
  }

  /** Takes what a server sends, as it comes. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Reads it to its end.
     *
     * @param length how much there is; negative when the server does not say
     */
    void take(InputStream bytes, long length) throws IOException;
  }

  /** Asks for something that is answered in JSON or not at all. */
  public Answer ask(Ask ask) {
    HttpResponse<byte[]> response =
        connection.send(request(ask), info -> new BoundedBody(AnswerReader.MAX_BYTES), PATIENCE);
    byte[] body = response.body();
    refuse(response.statusCode(), body);
    JsonObject object = body.length == 0
        ? JsonObject.empty()
        : AnswerReader.object(body).orElseThrow(() -> stranger(response.statusCode()));
    return new Answer(object, response.headers().firstValue("ETag").orElse(null));
  }

  /** Asks for something that is answered with bytes. */
  public void download(Ask ask, Sink sink) {
    HttpResponse<InputStream> response = connection.send(
        request(ask), HttpResponse.BodyHandlers.ofInputStream(), PATIENCE_FOR_FILES);
    try (InputStream body = response.body()) {
      if (!isDone(response.statusCode())) {
        refuse(response.statusCode(), body.readNBytes(AnswerReader.MAX_BYTES));
      }
      sink.take(body, response.headers().firstValueAsLong("Content-Length").orElse(-1));
    } catch (IOException e) {
      throw connection.broken(e);
    }
  }

  private HttpRequest request(Ask ask) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.at(ask.path()))
        .header("Authorization", token.header())
        .header("Accept", "application/json, application/problem+json, application/octet-stream");
    ask.headers().forEach(request::header);
    String body = ask.body();
    if (body == null) {
      return request.method(ask.method(), BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(ask.method(), BodyPublishers.ofString(body))
        .build();
  }

  private void refuse(int status, byte[] body) {
    if (isDone(status)) {
      return;
    }
    JsonObject problem = AnswerReader.object(body).orElse(JsonObject.empty());
    String code = problem.text("code").orElseThrow(() -> stranger(status));
    String detail = problem.text("detail").orElse("the server refused with status " + status);
    throw new ProblemException(status, code, status == UNAUTHORIZED ? notTaken() : detail);
  }

  private String notTaken() {
    return "the server at " + address + " does not take the admin token of " + token.file()
        + "; name the admin.token of its data folder with --token-file or JETON_TOKEN_FILE";
  }

  private static boolean isDone(int status) {
    return status / 100 == 2;
  }

  private FaultException stranger(int status) {
    return new FaultException("what answers at " + VisibleText.of(address.toString())
        + " does not speak as a Jeton server does (status " + status + "); is --server right?");
  }
}
