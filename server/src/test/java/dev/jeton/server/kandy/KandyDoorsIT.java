package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.NodeProcess;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.server.audit.PersonRows;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of the vendor's two token issuers change the URL. */
class KandyDoorsIT {
  private static final String CONFIG = """
      http:
        cors-origins: https://www.example.com
      kandy:
        realms:
          plain:
            realm: c2c.example
            security-key: %s
            cipher: ecb
            to: [help@example.com, "*@sales.example.com"]
            from: [web@example.com, "guest-*"]
            default: true
          many:
            security-key: %s
            convention: D
            to: [one@example.com, two@example.com]
            from: ["*"]
          silent:
            security-key: %s
        presets:
          tokenized-with-landingpage:
            realm: MANY
            account: Landing page
            from: Landing page
            to: two@example.com
      """;
  private static final String SILENT_KEY = "Lw9QzN4kV2rXcT7b" + "Jp6HsG3dMf8YuA5e";

  private static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    Path folder = Files.createTempDirectory("jeton-server");
    Path config = Files.writeString(
        folder.resolve("jeton.yaml"), CONFIG.formatted(Realms.ECB_KEY, Realms.CBC_KEY, SILENT_KEY));
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
    server = RunningServer.start(folder, Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theNodeExamplesClientGetsWhatItAlwaysGot() throws Exception {
    long before = Instant.now().toEpochMilli();
    Answer answer = server.get("/callparameters");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(names(answer.json()))
        .containsExactly("realm", "accountToken", "fromToken", "toToken", "caller", "callee");
    assertThat(answer.json().path("realm").asText()).isEqualTo("c2c.example");
    assertThat(answer.json().path("caller").asText()).isEqualTo("sip:web@example.com");
    assertThat(answer.json().path("callee").asText()).isEqualTo("sip:help@example.com");

    List<String> opened = opened(answer.json(), "ECB", Realms.ECB_KEY);
    assertThat(opened)
        .map(text -> text.substring(0, text.lastIndexOf(';')))
        .containsExactly("help@example.com", "sip:web@example.com", "sip:help@example.com");
    assertThat(opened)
        .allSatisfy(text -> assertThat(Long.parseLong(text.substring(text.lastIndexOf(';') + 1)))
            .isBetween(before, Instant.now().toEpochMilli()));
  }

  @Test
  void tokensAreKeptByNobodyAndSayUntilWhenTheyCount() {
    Answer answer = server.get("/callparameters");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    Instant ends = Instant.parse(answer.header("Jeton-Expires-At"));
    assertThat(ends).isBetween(Instant.now().plusSeconds(590), Instant.now().plusSeconds(600));
    assertThat(Instant.parse(answer.header("Jeton-Renew-At"))).isEqualTo(ends.minusSeconds(60));
  }

  @Test
  void callerAndCalleeMayBeChosenAmongThoseThatAreListed() throws Exception {
    JsonNode json =
        get("caller", "guest-Zoë 山", "callee", "a.b@sales.example.com").json();
    assertThat(json.path("caller").asText()).isEqualTo("sip:guest-Zoë 山");
    assertThat(opened(json, "ECB", Realms.ECB_KEY).get(1)).startsWith("sip:guest-Zoë 山;");
    assertThat(opened(json, "ECB", Realms.ECB_KEY).get(2)).startsWith("sip:a.b@sales.example.com;");
  }

  @Test
  void aNameOfTwoSpellingsIsWrittenInOne() {
    JsonNode json = get("caller", "guest-Zoe\u0308").json();
    assertThat(json.path("caller").asText()).isEqualTo("sip:guest-Zo\u00eb");
  }

  @Test
  void anotherRealmIsNamedInAnyLetterCaseAndAnswersAsItIsWritten() throws Exception {
    JsonNode json =
        get("realm", "Many", "caller", "Visitor 7", "callee", "two@example.com").json();
    assertThat(json.path("realm").asText()).isEqualTo("many");
    assertThat(opened(json, "CBC", Realms.CBC_KEY))
        .map(text -> text.substring(0, text.lastIndexOf(";x-ts=")))
        .containsExactly("Visitor 7", "sip:Visitor 7", "sip:two@example.com");
  }

  @Test
  void theJavaApplicationsClientGetsTheCallThatIsSetUpByName() throws Exception {
    Answer answer = server.get("/token?identifier=tokenized-with-landingpage");
    assertThat(names(answer.json()))
        .containsExactly("accountToken", "fromToken", "toToken", "tokenRealm");
    assertThat(answer.json().path("tokenRealm").asText()).isEqualTo("many");
    assertThat(answer.header("Jeton-Expires-At")).isNotEmpty();
    assertThat(opened(answer.json(), "CBC", Realms.CBC_KEY).get(1))
        .startsWith("sip:Landing page;x-ts=");
  }

  @ParameterizedTest
  @CsvSource({
    "/token?identifier=other, 404, no call is set up under that name here",
    "/token?identifier=TOKENIZED-WITH-LANDINGPAGE, 404, no call is set up under that name here",
    "/token, 400, identifier",
    "/token?identifier=, 400, identifier",
    "/callparameters?realm=other, 404, no Kandy realm of that name",
    "/callparameters?realm=, 404, no Kandy realm of that name",
    "/callparameters?realm=many&caller=x, 400, ?callee=",
    "/callparameters?realm=many&callee=one@example.com, 400, needs a caller",
    "/callparameters?realm=silent, 404, KANDY_TO",
    "/callparameters?realm=silent&callee=help@example.com, 403, (to)",
    "/callparameters?callee=ceo@example.com, 403, (to)",
    "/callparameters?callee=help@example.com.evil.example, 403, (to)",
    "/callparameters?caller=ceo@example.com, 403, (from)",
    "/callparameters?caller=, 400, caller: it is empty",
    "/callparameters?caller, 400, caller: it is empty",
    "/callparameters?callee=sip:help@example.com, 400, drop it",
    "/callparameters?callee=SIP%3Ahelp@example.com, 400, drop it",
    "/callparameters?caller=guest-%3B9999999999999, 400, ';'",
    "/callparameters?caller=guest-%CD%BE9999999999999, 400, ';'",
    "/callparameters?caller=guest-1%0D%0AX:%20y, 400, control character",
    "/callparameters?caller=guest-%00, 400, control character",
    "/callparameters?caller=guest-%E2%80%AEx, 400, control character",
    "/callparameters?caller=%20guest-1, 400, blank",
    "/callparameters?caller=guest-%FF, 400, UTF-8",
    "/callparameters?caller=guest-%ED%A0%80, 400, UTF-8",
    "/callparameters?caller=guest-1&caller=guest-2, 400, twice",
    "/callparameters?realm=many&caller=x@example.com&callee=one@example.com, 400, display name",
    "/callparameters?key=x, 400, secrets never go into URLs",
    "/callparameters?Security-Key=x, 400, secrets never go into URLs",
    "/callparameters?secret=x, 400, secrets never go into URLs",
    "/token?identifier=tokenized-with-landingpage&key=x, 400, secrets never go into URLs",
  })
  void whatIsWrongIsToldInTheJavaApplicationsShapeWithAProperStatus(
      String path, int status, String message) {
    Answer answer = server.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(names(answer.json())).containsExactly("message");
    assertThat(answer.json().path("message").asText()).contains(message);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({"320, 200", "321, 400"})
  void aNameHasAtMostAsManyBytesAsAnAddress(int bytes, int status) {
    String name = "guest-" + "a".repeat(bytes - 8) + "ö";
    assertThat(get("caller", name).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/callparameters", "/token"})
  void anotherMethodIsToldWhichOneToUse(String path) {
    Answer answer = server.post(path, "{}");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET");
    assertThat(names(answer.json())).containsExactly("message");
  }

  @Test
  void aForeignPageGetsNothingAndAListedOneMayRead() {
    Answer foreign = server.get("/callparameters", "Origin", "https://evil.example");
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.json().path("message").asText()).contains("http.cors-origins");
    assertThat(server.get("/callparameters", "Sec-Fetch-Site", "cross-site").status())
        .isEqualTo(403);
    Answer own = server.get("/callparameters", "Origin", "https://www.example.com");
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.header("Access-Control-Allow-Origin")).isEqualTo("https://www.example.com");
    assertThat(own.header("Access-Control-Expose-Headers")).contains("Jeton-Expires-At");
  }

  @Test
  void whoeverComesThroughAProxyNeedsAProof() throws Exception {
    assertThat(server.get("/callparameters", "X-Forwarded-For", "192.0.2.1").status())
        .isEqualTo(401);
    Answer proven = server.get(
        "/callparameters",
        "X-Forwarded-For",
        "192.0.2.1",
        "Authorization",
        "Bearer " + server.adminToken());
    assertThat(proven.status()).isEqualTo(200);
  }

  @Test
  void everyCallAndEveryRefusedOneStandsInTheAuditAndNoSecretAnywhere() throws Exception {
    JsonNode json = get("caller", "guest-audited").json();
    assertThat(get("callee", "audited-ceo@example.com").status()).isEqualTo(403);

    String row = PersonRows.in(server.folder().resolve("data"), "guest-audited").get(0);
    assertThat(row)
        .contains("\"event\":\"kandy-mint\"", "\"outcome\":\"minted\"", "\"platform\":\"kandy\"")
        .contains("c2c.example", "expiresAt", "convention")
        .contains("\"from\":\"guest-audited\"", "\"to\":\"help@example.com\"");
    assertThat(row).doesNotContain(json.path("accountToken").asText());
    assertThat(auditRows("to-not-allowed")).isNotEmpty();
    String audit = String.join("\n", auditRows(""));
    assertThat(audit).doesNotContain("guest-audited", "audited-ceo");
    List<String> output = server.output();
    for (String secret : List.of(Realms.ECB_KEY, Realms.CBC_KEY, SILENT_KEY)) {
      assertThat(audit).doesNotContain(secret);
      assertThat(output).noneMatch(line -> line.contains(secret));
    }
    assertThat(output)
        .noneMatch(line -> line.contains("guest-audited"))
        .noneMatch(line -> line.contains(json.path("toToken").asText()));
  }

  @Test
  void theConsoleSaysWhatIsServedAndWhatIsLegacy() {
    assertThat(server.output())
        .anyMatch(
            line -> line.startsWith("Kandy: realm c2c.example, ecb") && line.endsWith("(default)"))
        .anyMatch(line -> line.contains("legacy") && line.contains("c2c.example"))
        .noneMatch(line -> line.contains("legacy") && line.contains("many"))
        .anyMatch(line -> line.startsWith("Kandy: realm silent") && line.contains("KANDY_TO"));
  }

  private static List<String> auditRows(String part) throws Exception {
    try (Stream<String> lines = Files.lines(server.folder().resolve("data/audit/000001.jsonl"))) {
      return lines.filter(line -> line.contains(part)).toList();
    }
  }

  private static Answer get(String... parameters) {
    StringBuilder query = new StringBuilder("/callparameters");
    for (int i = 0; i < parameters.length; i += 2) {
      query.append(i == 0 ? '?' : '&').append(parameters[i]).append('=');
      query.append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return server.get(query.toString());
  }

  private static List<String> names(JsonNode json) {
    return json.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** What plain Node finds in the tokens: account, from, to. */
  private static List<String> opened(JsonNode json, String cipher, String key) throws Exception {
    try (NodeProcess node = NodeProcess.start(NodeProcess.LIBRARY, "kandy.js")) {
      List<String> opened = new ArrayList<>();
      for (String member : List.of("accountToken", "fromToken", "toToken")) {
        opened.add(node.ask(Map.of(
                "op",
                "open",
                "cipher",
                cipher,
                "key",
                key,
                "token",
                json.path(member).asText()))
            .path("plaintext")
            .asText());
      }
      return opened;
    }
  }
}
