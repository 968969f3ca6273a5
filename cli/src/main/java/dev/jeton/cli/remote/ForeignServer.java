package dev.jeton.cli.remote;

import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.tokens.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Somebody else's server, which is only read. It is asked for paths, and never follows where it points. */
public final class ForeignServer {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;

  private final String origin;
  private final ServerAddress address;
  private final Map<String, String> headers;
  private final Connection connection;

  /**
   * A server that is not asked yet.
   *
   * @param origin what named it, for messages
   * @param headers what is sent with each request; may be secret
   */
  public ForeignServer(String origin, String url, Map<String, String> headers) {
    this.origin = origin;
    this.address = ServerAddress.parse(origin, url, "the secrets");
    this.headers = Map.copyOf(headers);
    this.connection = new Connection(address, "is " + origin + " right?");
  }

  /** The object that it answers. */
  public JsonObject get(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.at(path))
        .header("Accept", "application/json")
        .GET();
    headers.forEach(request::header);
    HttpResponse<byte[]> response =
        connection.send(request.build(), info -> new BoundedBody(AnswerReader.MAX_BYTES), PATIENCE);
    Optional<JsonObject> object =
        response.statusCode() == OK ? AnswerReader.object(response.body()) : Optional.empty();
    return object.orElseThrow(() ->
        new FaultException("what answers at " + VisibleText.of(address.toString()) + " gave status "
            + response.statusCode() + " and nothing that can be read; is " + origin + " right?"));
  }
}
