package dev.jeton.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.WireClient.WireAnswer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the framework refuses by itself, before they are routed. */
class UnreadableIT {
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /rtm/WHISPEREDPATH/?certificate=WHISPEREDQUERY HTTP/1.1\r\n\r\n",
        "GET /rtm/WHISPEREDPATH/?certificate=WHISPEREDQUERY HTTP/1.1\r\nHost: a@localhost\r\n\r\n"
      })
  void theyGetOurAnswerAndNothingOfThemIsLogged(String request) throws Exception {
    RunningServer server = RunningServer.start(folder, Map.of());
    try (server) {
      WireAnswer answer = server.wire().send(request);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.header("Jeton-Request-Id")).isNotNull();
      assertThat(answer.body()).contains("\"code\":").doesNotContain("WHISPERED");
      server.awaitLine(line -> line.contains(" GET - 400 "));
      server.terminate();
      server.exitCode();
    }
    assertThat(server.output()).noneMatch(line -> line.contains("WHISPERED"));
  }

  /** The framework answers this one before anything of ours can see it. */
  @Test
  void aQueryThatCannotBeDecodedIsRefusedAndNotLogged() throws Exception {
    RunningServer server = RunningServer.start(folder, Map.of());
    try (server) {
      assertThat(server.wire().get("/rtm/WHISPERED/?%zzWHISPERED").status()).isEqualTo(400);
      server.terminate();
      server.exitCode();
    }
    assertThat(server.output()).noneMatch(line -> line.contains("WHISPERED"));
  }

  @Test
  void doorsAreOpenOverHttp2() throws Exception {
    Map<String, String> constant = Map.of("JETON_HTTP_CONSTANT_DOOR", "true");
    try (RunningServer server = RunningServer.start(folder, constant)) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/constant"))
          .version(HttpClient.Version.HTTP_2)
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString("{}"))
          .build();
      HttpClient client = HttpClient.newHttpClient();
      client.send(ping(server), HttpResponse.BodyHandlers.ofString());
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(answer.body()).isEqualTo("{\"token\":\"constant\"}");
    }
  }

  private static HttpRequest ping(RunningServer server) {
    return HttpRequest.newBuilder(URI.create(server.address() + "/ping"))
        .version(HttpClient.Version.HTTP_2)
        .build();
  }
}
