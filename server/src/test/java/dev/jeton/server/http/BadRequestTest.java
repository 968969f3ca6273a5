package dev.jeton.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestTest {
  private final TestServer server = new TestServer(TestServer.USUAL);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anUnknownPathIsNotFoundAndNeverLogged() throws IOException {
    assertThat(server.client.get("/secret-path").body()).contains("\"code\":\"not-found\"");
    assertThat(server.stopAndReadLog()).contains("GET - 404").doesNotContain("secret-path");
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() throws IOException {
    WireAnswer answer = server.client.get("/mint");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("POST, OPTIONS");
    assertThat(answer.body()).isEqualTo("{\"error\":\"wrong-method\"}");
  }

  @Test
  void headIsAnsweredWhereGetIsOpenAndNeverMints() throws Exception {
    HttpResponse<String> open = head("/");
    assertThat(open.statusCode()).isEqualTo(200);
    assertThat(open.headers().firstValue("Content-Length")).hasValue("5");
    assertThat(head("/mint/c/1/").statusCode()).isEqualTo(405);
  }

  private HttpResponse<String> head(String target) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.client.url(target)))
        .method("HEAD", HttpRequest.BodyPublishers.noBody())
        .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=latin1",
        "application/jsonp",
        "application/json;;"
      })
  void aBodyThatIsNotJsonIsAnUnsupportedMediaType(String type) throws IOException {
    WireAnswer answer = server.client.send(
        server.client.head("POST", "/verify", "Content-Type: " + type, "Content-Length: 2")
            + "\r\n{}");
    assertThat(answer.status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON ;",
        "application/json; charset=utf-8",
        "application/json;charset = \"UTF-8\" ; "
      })
  void jsonMayBeAnnouncedWithItsCharset(String type) throws IOException {
    assertThat(withType(type).status()).isEqualTo(200);
  }

  @Test
  void aContentTypeOfEndlessLengthIsRefusedUnread() throws IOException {
    assertThat(withType("application/json" + " ".repeat(200) + ";").status()).isEqualTo(415);
  }

  private WireAnswer withType(String type) throws IOException {
    return server.client.send(
        server.client.head("POST", "/verify", "Content-Type: " + type, "Content-Length: 2")
            + "\r\n{}");
  }

  @Test
  void aMissingBodyIsABadRequest() throws IOException {
    assertThat(
            server.client.send(server.client.head("POST", "/verify") + "\r\n").body())
        .contains("missing-body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "\"x\"", "{} {}", "{a:1}", "{\"a\":1,}", "{\"a\":NaN}"})
  void malformedJsonIsABadRequestInOurOwnWords(String json) throws IOException {
    WireAnswer answer = server.client.post("/verify", json);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("malformed-json").doesNotContain("Unexpected", "jackson");
  }

  @Test
  void aMemberThatStandsTwiceIsRefused() throws IOException {
    assertThat(server.client.post("/verify", "{\"a\":1,\"a\":2}").body())
        .contains("duplicate-member");
  }

  @Test
  void tenMegabytesAreRefusedBeforeTheyAreSent() throws IOException {
    WireAnswer answer = server.client.send(server.client.head(
            "POST", "/verify", "Content-Type: application/json", "Content-Length: 10485760")
        + "\r\n{");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).contains("65536");
  }

  @Test
  void anEndlessBodyIsCut() throws IOException {
    WireAnswer answer = server.client.sendEndlessly(server.client.head(
        "POST", "/verify", "Content-Type: application/json", "Transfer-Encoding: chunked"));
    assertThat(answer.status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "certificate",
        "KEY",
        "app_certificate",
        "appCertificate",
        "token",
        "x-secret",
        "token[]",
        "appCertificate%5B0%5D",
        "cert",
        "api.key.0"
      })
  void aSecretInTheUrlIsRefusedAndNotLogged(String name) throws IOException {
    WireAnswer answer = server.client.get("/mint/c/1/?" + name + "=abc123");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("secret-in-url").doesNotContain("abc123");
    assertThat(server.stopAndReadLog()).doesNotContain("abc123");
  }

  @Test
  void aSecretIsToldBeforeARepetition() throws IOException {
    assertThat(server.client.get("/mint/c/1/?expiry=1&expiry=2&token=x").body())
        .contains("secret-in-url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"project", "expiry", "realm", "identifier"})
  void anInnocentNameIsTaken(String name) throws IOException {
    assertThat(server.client.get("/mint/c/1/?" + name + "=1").status()).isEqualTo(200);
  }

  @Test
  void aRepeatedParameterIsRefused() throws IOException {
    assertThat(server.client.get("/mint/c/1/?expiry=1&expiry=2").body())
        .contains("repeated-parameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mint/%zz/1", "/mint/%ff/1", "/mint/c/1?a=%e"})
  void aUrlThatCannotBeDecodedIsRefused(String target) throws IOException {
    assertThat(server.client.get(target).status()).isEqualTo(400);
  }

  @Test
  void pathAndQueryAreDecodedAndTheLastSlashIsOptional() throws IOException {
    assertThat(server.client.get("/mint/a%2Fb%20c/1?expiry=60").body()).isEqualTo("a/b c 1 60");
    assertThat(server.client.get("/mint/a+b/1/").body()).isEqualTo("a+b 1 null");
  }
}
