package dev.jeton.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.WireClient;
import dev.jeton.server.WireClient.WireAnswer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The built server, asked from outside. */
class ServeIT {
  private static final Map<String, String> CONSTANT = Map.of("JETON_HTTP_CONSTANT_DOOR", "true");

  @TempDir
  static Path folder;

  private static RunningServer server;
  private static WireClient client;
  private static List<String> offered;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start(folder, CONSTANT);
    client = server.wire();
    offered = server.output();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void itSaysLastWhereItListens() {
    assertThat(offered).last().asString().matches("listening on http://localhost:[0-9]+");
  }

  @Test
  void theFirstStartMakesATokenForItsOwnerAloneAndPrintsItNowhere() throws Exception {
    Path file = folder.resolve("data/admin.token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    String token = Files.readString(file).strip();
    assertThat(token).hasSize(43);
    assertThat(server.output()).noneMatch(line -> line.contains(token));
    assertThat(server.output()).anyMatch(line -> line.contains("admin.token"));
  }

  @Test
  void aForeignHostIsMisdirectedOnEveryPath() throws Exception {
    for (String path : new String[] {"/", "/ping", "/q/health", "/q/metrics", "/no-such-path"}) {
      assertThat(client.get(path, "Host: evil.example").status()).as(path).isEqualTo(421);
    }
  }

  @Test
  void theFrontPageIsOneLineForProgramsAndAPageForBrowsers() throws Exception {
    assertThat(client.get("/").body().lines()).hasSize(1);
    WireAnswer page = client.get("/", "Accept: text/html,*/*");
    assertThat(page.body()).startsWith("<!DOCTYPE html>");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "sha256-");
  }

  @Test
  void figuresAndDescriptionAreForTheInside() throws Exception {
    for (String path : new String[] {"/q/metrics", "/q/openapi"}) {
      assertThat(client.get(path).status()).as(path).isEqualTo(200);
      assertThat(client.get(path, "Via: 1.1 proxy").status()).as(path).isEqualTo(401);
    }
    assertThat(client.get("/q/health/ready", "Via: 1.1 proxy").status()).isEqualTo(200);
  }

  @Test
  void aForeignPageGetsNothingFromADoorThatMints() throws Exception {
    assertThat(client.post("/constant", "{}", "Origin: https://evil.example").status())
        .isEqualTo(403);
    assertThat(client.post("/constant", "{}").body()).isEqualTo("{\"token\":\"constant\"}");
  }

  @Test
  void anEndlessBodyIsCut() throws Exception {
    WireAnswer answer = client.sendEndlessly(client.head(
        "POST", "/constant", "Content-Type: application/json", "Transfer-Encoding: chunked"));
    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void everyDoorStandsInTheDescriptionAndTheReverse() throws Exception {
    assertThat(described()).isEqualTo(opened());
  }

  @Test
  void aStopFinishesTheAnswersInFlightAndEndsWell(@TempDir Path other) throws Exception {
    try (RunningServer stopping = RunningServer.start(other, CONSTANT)) {
      WireClient wire = stopping.wire();
      try (Socket socket = wire.open()) {
        String head = wire.head(
            "POST",
            "/constant",
            "Content-Type: application/json",
            "Expect: 100-continue",
            "Content-Length: 2");
        send(socket, head + "\r\n");
        assertThat(WireClient.read(socket).status()).isEqualTo(100);
        stopping.terminate();
        send(socket, "{}");
        assertThat(WireClient.read(socket).body()).isEqualTo("{\"token\":\"constant\"}");
      }
      assertThat(stopping.exitCode()).isZero();
      assertThat(stopping.output()).anyMatch(line -> line.contains("POST /constant 200"));
    }
  }

  private static void send(Socket socket, String text) throws Exception {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** From this machine, only those that the operator alone may use ask for a proof. */
  @Test
  void theDescriptionSaysWhichDoorsNeedTheOperator() throws Exception {
    Map<String, Map<String, Map<String, Map<String, Object>>>> document =
        new Yaml().load(client.get("/q/openapi").body());
    for (var path : document.getOrDefault("paths", Map.of()).entrySet()) {
      String target = path.getKey().replaceAll("\\{[^}]*}", "x");
      for (String method : path.getValue().keySet()) {
        if (method.equals("parameters")) {
          continue;
        }
        Map<String, Object> operation = path.getValue().getOrDefault(method, Map.of());
        String answer = client
            .send(
                client.head(method.toUpperCase(Locale.ROOT), target, "Content-Length: 0") + "\r\n")
            .body();
        String security = String.valueOf(operation.get("security"));
        assertThat(answer.contains("admin.token"))
            .as(method + " " + path.getKey())
            .isEqualTo(security.contains("operator") && !security.contains("caller"));
      }
    }
  }

  /** Every door has its timer from the start. */
  private static Set<String> opened() throws Exception {
    Pattern timer =
        Pattern.compile("jeton_door_time_seconds_count\\{method=\"(.*?)\",route=\"(.*?)\",?\\}");
    Set<String> opened = new TreeSet<>();
    for (MatchResult match : timer
        .matcher(client.get("/q/metrics", "Accept: text/plain").body())
        .results()
        .toList()) {
      opened.add(match.group(1) + " " + match.group(2));
    }
    return opened;
  }

  private static Set<String> described() throws Exception {
    Map<String, Map<String, Map<String, Object>>> document =
        new Yaml().load(client.get("/q/openapi").body());
    Set<String> described = new TreeSet<>();
    document
        .getOrDefault("paths", Map.of())
        .forEach((path, operations) -> operations.keySet().stream()
            .filter(name -> !name.equals("parameters"))
            .forEach(name -> described.add(name.toUpperCase(Locale.ROOT) + " " + path)));
    return described;
  }
}
