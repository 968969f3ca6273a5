package dev.jeton.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient;
import dev.jeton.server.WireClient.WireAnswer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose end or whose host could be read in two ways. */
class FramingTest {
  private static final String SECOND = "GET /second HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private final TestServer server = new TestServer(TestServer.USUAL);

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip, chunked", "xchunked", "chunked, chunked", "identity"})
  void anyTransferEncodingButChunkedIsRefusedAndEndsTheConnection(String encoding)
      throws Exception {
    String answers =
        all("Transfer-Encoding: " + encoding, encoding.endsWith(", chunked") ? "0\r\n\r\n" : "");
    assertThat(answers).startsWith("HTTP/1.1 400 ").contains("bad-transfer-encoding");
    assertThat(answers).containsOnlyOnce("HTTP/1.1 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Transfer-Encoding: chunked", "Content-Length: 5\r\nTransfer-Encoding: chunked"})
  void nothingIsReadAfterAChunkedRequest(String headers) throws Exception {
    String answers = all(headers, "2\r\n{}\r\n0\r\n\r\n");
    assertThat(answers).containsOnlyOnce("HTTP/1.1 ").containsIgnoringCase("Connection: close");
  }

  private String all(String headers, String body) throws Exception {
    try (Socket socket = server.client.open()) {
      String head =
          server.client.head("POST", "/verify", "Content-Type: application/json", headers);
      socket
          .getOutputStream()
          .write((head + "\r\n" + body + SECOND).getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aBodyThatDoesNotComeEndsTheConnection() throws Exception {
    try (Socket socket = server.client.open()) {
      String head = server.client.head(
          "POST", "/verify", "Content-Type: application/json", "Content-Length: 5");
      socket.getOutputStream().write((head + "\r\n{").getBytes(StandardCharsets.UTF_8));
      WireAnswer answer = WireClient.read(socket);
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void theHostInTheTargetIsCheckedAsWell() throws Exception {
    String target = "http://evil.example/";
    assertThat(server.client.get(target).status()).isEqualTo(400);
    assertThat(server.client.get(target, "Host: evil.example").status()).isEqualTo(421);
    assertThat(server.client.get("http://localhost/", "Host: localhost").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+5", "0x5", "99999999999999999999"})
  void anOddContentLengthIsNoFault(String length) throws Exception {
    WireAnswer answer = server.client.send(server.client.head(
            "POST", "/verify", "Content-Type: application/json", "Content-Length: " + length)
        + "\r\n{}");
    assertThat(answer.status()).isBetween(400, 413);
  }
}
