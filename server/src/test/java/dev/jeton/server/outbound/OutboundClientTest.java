package dev.jeton.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundClientTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  OutboundClientTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path + " " + exchange.getRequestHeaders().getFirst("User-Agent"));
    if (path.equals("/moved")) {
      exchange.getResponseHeaders().add("Location", "/there");
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
    } else if (path.equals("/half")) {
      exchange.sendResponseHeaders(200, 8);
      exchange.getResponseBody().write(new byte[4]);
      exchange.getResponseBody().flush();
    } else {
      exchange.sendResponseHeaders(200, 2);
      exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
      exchange.close();
    }
  }

  private HttpResponse<String> asked(String path, Duration patience)
      throws IOException, InterruptedException {
    OutboundClient client = new OutboundClient(patience);
    int port = server.getAddress().getPort();
    return client.answer(
        client.request(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  @Test
  void answersAndSaysWhoAsks() throws Exception {
    assertThat(asked("/there", Duration.ofSeconds(20)).body()).isEqualTo("ok");
    assertThat(asked).containsExactly("/there Jeton");
  }

  @Test
  void followsNoRedirect() throws Exception {
    assertThat(asked("/moved", Duration.ofSeconds(20)).statusCode()).isEqualTo(302);
    assertThat(asked).hasSize(1);
  }

  @Test
  void waitsForNoBodyThatNeverEnds() {
    assertThatThrownBy(() -> asked("/half", Duration.ofMillis(300)))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void saysThatNobodyIsThere() {
    server.stop(0);
    assertThatThrownBy(() -> asked("/there", Duration.ofSeconds(20)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
  }
}
