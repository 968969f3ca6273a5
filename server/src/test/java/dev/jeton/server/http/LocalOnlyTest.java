package dev.jeton.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalOnlyTest {
  private final TestServer server = new TestServer(TestServer.USUAL);

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LocalHost:8080", "127.0.0.1:1", "127.9.9.9", "[::1]:80"})
  void aLoopbackNameIsServed(String host) throws IOException {
    assertThat(server.client.get("/mint/c/1/", "Host: " + host).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example", "10.0.0.1:80", "localhost."})
  void aForeignHostIsMisdirectedBeforeRouting(String host) throws IOException {
    WireAnswer answer = server.client.get("/no-such-path", "Host: " + host);
    assertThat(answer.status()).isEqualTo(421);
    assertThat(answer.body()).contains("http.public-names");
    assertThat(server.audit.notes).singleElement().matches(row -> row.route().equals("-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "[::g]", "localhost:99999", "user@localhost"})
  void aMalformedHostIsABadRequest(String host) throws IOException {
    assertThat(server.client.get("/", "Host: " + host).status()).isEqualTo(400);
  }

  @Test
  void twoHostsAreABadRequest() throws IOException {
    assertThat(server.client.get("/", "Host: localhost", "Host: localhost").status())
        .isEqualTo(400);
  }

  @Test
  void aMissingHostIsABadRequest() throws IOException {
    assertThat(server.client.send("GET / HTTP/1.1\r\n\r\n").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded: for=127.0.0.1",
        "X-Forwarded-For: 127.0.0.1",
        "x-forwarded-port: 80",
        "X-Real-IP: 127.0.0.1",
        "CF-Connecting-IP: 127.0.0.1",
        "True-Client-IP: 127.0.0.1",
        "X-Client-IP: 127.0.0.1",
        "x-original-forwarded-for: 127.0.0.1",
        "X-Cluster-Client-IP: 127.0.0.1",
        "Fastly-Client-IP: 127.0.0.1",
        "X_Forwarded_For: 127.0.0.1",
        "Via: 1.1 proxy"
      })
  void whatComesThroughAProxyIsNotLocal(String header) throws IOException {
    WireAnswer answer = server.client.get("/mint/c/1/", header);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(server.audit.notes).singleElement().matches(row -> row.outcome().equals("refused"));
  }

  @Test
  void whereNothingIsAskedAWrongProofDoesNotMatter() throws IOException {
    assertThat(server.client.get("/", "Authorization: Bearer wrong").status()).isEqualTo(200);
  }

  @Test
  void theOperatorMayAskFromAnywhere() throws IOException {
    assertThat(
            server.client.get("/mint/c/1/", "Via: 1.1 proxy", TestServer.PROOF).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer wrong", "Basic YTpi", "Bearer"})
  void aWrongProofIsRefusedEvenOnThisMachine(String proof) throws IOException {
    assertThat(server.client.get("/mint/c/1/", "Authorization: " + proof).status())
        .isEqualTo(401);
  }

  @Test
  void twoProofsAreRefused() throws IOException {
    assertThat(
            server.client.get("/mint/c/1/", TestServer.PROOF, TestServer.PROOF).status())
        .isEqualTo(401);
  }

  @Test
  void administrationIsForTheOperatorOnly() throws IOException {
    assertThat(server.client.get("/admin").status()).isEqualTo(401);
    assertThat(server.client.get("/admin", TestServer.PROOF).status()).isEqualTo(200);
  }

  @Test
  void anyoneMayAskWhenTheSettingsSaySoButNotForTheInside() throws IOException {
    try (TestServer open = new TestServer(TestServer.open())) {
      String host = "Host: tokens.example.com";
      assertThat(open.client.post("/verify", "{}", host).body()).isEqualTo("anonymous");
      assertThat(open.client.get("/inside", host).status()).isEqualTo(401);
    }
  }
}
