package dev.jeton.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignOriginTest {
  private static final String APP = "https://app.example.com";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://localhost:1",
        "Origin: https://localhost",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: whatever"
      })
  void aForeignPageGetsNothingMinted(String header) throws IOException {
    try (TestServer server = new TestServer(TestServer.USUAL)) {
      assertThat(server.client.get("/mint/c/1/", header).status()).isEqualTo(403);
      assertThat(server.client.post("/mint", "{\"channel\":\"c\"}", header).status())
          .isEqualTo(403);
      assertThat(server.audit.rows).isEmpty();
      assertThat(server.audit.notes).hasSize(2);
    }
  }

  @Test
  void aPageOfTheServerItselfMayAsk() throws IOException {
    try (TestServer server = new TestServer(TestServer.USUAL)) {
      WireAnswer answer =
          server.client.get("/mint/c/1/", "Host: localhost:99", "Origin: http://localhost:99");
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void whatTheUserOpensIsServed(String site) throws IOException {
    try (TestServer server = new TestServer(TestServer.USUAL)) {
      assertThat(server.client.get("/mint/c/1/", "Sec-Fetch-Site: " + site).status())
          .isEqualTo(200);
    }
  }

  @Test
  void anAllowedOriginMayAskAndReadTheOwnHeaders() throws IOException {
    try (TestServer server = new TestServer(TestServer.withOrigins(APP))) {
      WireAnswer answer = server.client.post(
          "/mint", "{\"channel\":\"c\"}", "Origin: " + APP, "Sec-Fetch-Site: cross-site");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(APP);
      assertThat(answer.header("Access-Control-Expose-Headers"))
          .contains("Jeton-Request-Id", "Jeton-Renew-At");
      assertThat(answer.header("Vary")).isEqualTo("Origin");
    }
  }

  @Test
  void aPreflightOfAnAllowedOriginIsAnswered() throws IOException {
    try (TestServer server = new TestServer(TestServer.withOrigins(APP))) {
      WireAnswer answer = preflight(server, APP);
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(APP);
      assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
      assertThat(answer.header("Access-Control-Allow-Headers"))
          .contains("Authorization", "Content-Type", "Idempotency-Key");
    }
  }

  @Test
  void aPreflightOfAnotherOriginIsRefused() throws IOException {
    try (TestServer server = new TestServer(TestServer.withOrigins(APP))) {
      WireAnswer answer = preflight(server, "https://app.example.com.evil.example");
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }
  }

  @Test
  void anyOriginMayAskOnlyWithAProof() throws IOException {
    try (TestServer server = new TestServer(TestServer.withOrigins("*"))) {
      WireAnswer without = server.client.get("/mint/c/1/", "Origin: " + APP);
      assertThat(without.status()).isEqualTo(403);
      assertThat(without.body()).contains("origin-needs-proof");
      assertThat(server
              .client
              .get("/mint/c/1/", "Origin: " + APP, TestServer.PROOF)
              .status())
          .isEqualTo(200);
    }
  }

  private static WireAnswer preflight(TestServer server, String origin) throws IOException {
    return server.client.send(server.client.head(
            "OPTIONS",
            "/mint",
            "Origin: " + origin,
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: content-type")
        + "\r\n");
  }
}
