package dev.jeton.cli.remote;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.cli.console.FaultException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  @Test
  void aServerThatNeverAnswersIsNotWaitedForForever() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ServerAddress address =
          ServerAddress.parse("--server", "http://127.0.0.1:" + silent.getLocalPort());
      HttpRequest request = HttpRequest.newBuilder(address.at("/")).build();
      assertThatThrownBy(() ->
              new Connection(address).send(request, BodyHandlers.ofString(), Duration.ofMillis(50)))
          .isInstanceOf(FaultException.class)
          .hasMessage("the server at " + address
              + " did not answer within 0 s; look whether it was done before you try again");
    }
  }

  @Test
  void whatSpeaksNoTlsIsNoSafeConnection() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answered = CompletableFuture.runAsync(
          () -> {
            try (Socket socket = plain.accept()) {
              socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
              // Closing with bytes unread would reset the connection before the answer is seen.
              socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            // A thread of its own: a machine with two cores has one in the common pool.
          },
          task -> new Thread(task, "speaks no TLS").start());
      ServerAddress address =
          ServerAddress.parse("--server", "https://127.0.0.1:" + plain.getLocalPort());
      HttpRequest request = HttpRequest.newBuilder(address.at("/")).build();
      assertThatThrownBy(() -> new Connection(address)
              .send(request, BodyHandlers.ofString(), Duration.ofSeconds(30)))
          .isInstanceOf(FaultException.class)
          .hasMessageStartingWith("no safe connection to " + address);
      answered.get(30, TimeUnit.SECONDS);
    }
  }
}
