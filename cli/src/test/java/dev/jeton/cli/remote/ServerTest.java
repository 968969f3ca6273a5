package dev.jeton.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a server is found, and what is said when it does not do what was asked. */
class ServerTest {
  private final StandIn server = new StandIn();

  @TempDir
  private Path data;

  @BeforeEach
  void writeToken() throws IOException {
    server.giveTokenTo(data);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Result status(Run run) {
    return run.jeton("vault", "status");
  }

  @Test
  void whereNoServerAnswersItSaysHowToStartOne() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String url = "http://127.0.0.1:" + port;
    Result result = status(server.run(data).with("JETON_SERVER", url));
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo("jeton: no server answers at " + url
            + "; start one with jeton serve, or name another with --server\n");
  }

  @Test
  void aTokenFileThatIsNotThereIsNamedAndSoAreTheWaysToNameAnother() {
    Result result = status(Run.bare().with("JETON_DATA", "no/such"));
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("jeton: there is no admin token at no/such/admin.token; the server writes"
            + " admin.token into its data folder: name it with --token-file or JETON_TOKEN_FILE\n");
  }

  @Test
  void theTokenFileMayBeNamedByOptionOrVariable() throws IOException {
    Path other = StandIn.privateFile(data.resolve("other"), "other-token\n");
    server.answering(200, "{}").answering(200, "{}");
    Run.bare().jeton("vault", "status", "--server", server.url(), "--token-file", other.toString());
    status(server.run(data).with("JETON_TOKEN_FILE", other.toString()));
    assertThat(server.asked())
        .hasSize(2)
        .allMatch(asked -> asked.header("Authorization").equals("Bearer other-token"));
  }

  @Test
  void aTokenFileThatEverybodyCanReadOrThatHoldsNoTokenIsRefused() throws IOException {
    Path file = data.resolve("admin.token");
    Files.writeString(file, "two words");
    assertThat(status(server.run(data)).err())
        .contains("holds no admin token")
        .doesNotContain("two words");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(status(server.run(data)).err()).contains("chmod 600");
    assertThat(server.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://127.0.0.1",
        "127.0.0.1:8080",
        "http://u:p@127.0.0.1",
        "http://127.0.0.1/?a=b",
        "",
        "http://127.0.0.1#x",
        "https://",
        "http://a b"
      })
  void anAddressIsHttpOrHttpsAndNothingElse(String address) {
    Result result = status(server.run(data).with("JETON_SERVER", address));
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).startsWith("jeton: JETON_SERVER: an address is written like http://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://jeton.example.org", "http://10.0.0.1:8080", "http://127.evil.com"})
  void theTokenDoesNotLeaveThisMachineOverPlainHttp(String address) {
    Result result = status(server.run(data).with("JETON_SERVER", address));
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("use https");
  }

  @Test
  void aPrefixOfTheAddressStaysInFrontOfEveryPath() {
    server.answering(200, "{}");
    status(server.run(data).with("JETON_SERVER", server.url() + "/jeton/"));
    assertThat(server.lines()).containsExactly("GET /jeton/api/v1/vault");
  }

  @ParameterizedTest
  @CsvSource({"400, 2", "422, 2", "403, 2", "404, 1", "409, 1", "429, 1", "500, 3", "503, 3"})
  void aRefusalIsOneLineAndAnExitStatus(int status, int exit) {
    server.refusing(status, "some-code", "what was wrong").refusing(status, "some-code", "what");
    Result result = status(server.run(data));
    assertThat(result.status()).isEqualTo(exit);
    assertThat(result.err()).isEqualTo("jeton: what was wrong (some-code)\n");
    Result json = server.run(data).jeton("vault", "status", "--json");
    assertThat(json.status()).isEqualTo(exit);
    assertThat(json.line())
        .isEqualTo("{\"done\":false,\"status\":" + status
            + ",\"code\":\"some-code\",\"detail\":\"what\"}");
  }

  @Test
  void aTokenThatIsNotTakenIsSaidWithItsFileAndNeverPrinted() {
    server.refusing(401, "unauthorized", "send Authorization");
    Result result = status(server.run(data));
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .contains("does not take the admin token of " + data.resolve("admin.token"))
        .doesNotContain(StandIn.TOKEN);
  }

  @Test
  void textOfTheServerCannotPaintTheTerminal() {
    server.refusing(409, "taken", "a\\u001b[2Jb\\nc");
    assertThat(status(server.run(data)).err()).isEqualTo("jeton: a\\u{1b}[2Jb\\u{a}c (taken)\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "[1]", "{\"a\":1", "{\"a\":1,\"a\":2}", "{} x", "null"})
  void whatIsNoJetonServerIsSaidToBeNone(String body) {
    server.answering(200, body);
    Result result = status(server.run(data));
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("does not speak as a Jeton server does (status 200)");
  }

  @Test
  void aRedirectIsNotFollowedAndTakesTheTokenNowhere() {
    server.answering(302, "", Map.of("Location", server.url() + "/elsewhere"));
    assertThat(status(server.run(data)).err()).contains("(status 302)");
    assertThat(server.lines()).containsExactly("GET /api/v1/vault");
  }

  @Test
  void anAnswerBeyondAllMeasureIsNotRead() {
    server.answeringBytes(" ".repeat((8 << 20) + 1).getBytes(StandardCharsets.US_ASCII));
    Result result = status(server.run(data));
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("broke off");
  }
}
