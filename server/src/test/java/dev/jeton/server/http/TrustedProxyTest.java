package dev.jeton.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrustedProxyTest {
  private final TestServer server = new TestServer(TestServer.behindProxy());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theClientIsTheRightMostAddressThatIsNoTrustedProxy() throws IOException {
    assertThat(client("X-Forwarded-For: 1.1.1.1, 2.2.2.2, 127.0.0.1")).isEqualTo("2.2.2.2");
  }

  @Test
  void theStandardHeaderIsReadToo() throws IOException {
    assertThat(client("Forwarded: for=1.1.1.1, for=\"[2001:db8::1]:443\";proto=https"))
        .isEqualTo("2001:db8::1");
  }

  @Test
  void bothKindsOfHeaderTogetherAreRefused() throws IOException {
    WireAnswer answer =
        server.client.get("/inside", "Forwarded: for=1.1.1.1", "X-Forwarded-For: 1.1.1.1");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("bad-forwarded-headers");
  }

  @Test
  void anAddressThatIsNoneIsRefused() throws IOException {
    assertThat(server.client.get("/inside", "X-Forwarded-For: unknown").status())
        .isEqualTo(400);
  }

  @Test
  void aProxiedRequestIsNeverLocal() throws IOException {
    assertThat(server.client.get("/mint/c/1/", "X-Forwarded-For: 127.0.0.1").status())
        .isEqualTo(401);
  }

  @Test
  void aProxyThatForwardsNoHeadersIsNotLocal() throws IOException {
    assertThat(server.client.get("/mint/c/1/").status()).isEqualTo(401);
  }

  @Test
  void aForwardedHeaderOfEndlessLengthIsRefused() throws IOException {
    String header = "Forwarded: for=1.1.1.1;by=" + "a".repeat(2_000);
    assertThat(server.client.get("/inside", TestServer.PROOF, header).status()).isEqualTo(400);
  }

  @Test
  void theOriginIsTheOneThatTheClientSees() throws IOException {
    WireAnswer answer = server.client.get(
        "/mint/c/1/",
        TestServer.PROOF,
        "X-Forwarded-For: 1.1.1.1",
        "X-Forwarded-Proto: https",
        "X-Forwarded-Host: tokens.example.com",
        "Origin: https://tokens.example.com");
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void theForwardedHostMustBeAPublicName() throws IOException {
    assertThat(server
            .client
            .get("/", "X-Forwarded-For: 1.1.1.1", "X-Forwarded-Host: evil.example")
            .status())
        .isEqualTo(421);
  }

  @Test
  void fromElsewhereTheHeadersDoNotCount() throws IOException {
    try (TestServer direct = new TestServer(TestServer.USUAL)) {
      WireAnswer answer =
          direct.client.get("/inside", TestServer.PROOF, "X-Forwarded-For: 1.1.1.1");
      assertThat(answer.body()).isEqualTo("127.0.0.1");
    }
  }

  private String client(String header) throws IOException {
    return server.client.get("/inside", TestServer.PROOF, header).body();
  }
}
