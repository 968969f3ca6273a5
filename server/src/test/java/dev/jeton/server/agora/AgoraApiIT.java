package dev.jeton.server.agora;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.agora.AgoraServer.Answer;
import dev.jeton.server.audit.PersonRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/v1} for Agora: two projects from a file, one with two certificates, one for 006. */
class AgoraApiIT {
  private static final String RTC = "/api/v1/tokens/agora/rtc";
  private static final String CONFIG = """
      agora:
        projects:
          main:
            app-id: a1b2c3d4e5f60718293a4b5c6d7e8f90
            app-certificate: 0f1e2d3c4b5a69788796a5b4c3d2e1f0
            app-certificate-secondary: 1f0e3d2c5b4a79688796a5b4c3d2e1f0
            default: true
          old:
            app-id: b1b2c3d4e5f60718293a4b5c6d7e8f91
            app-certificate: 2f1e2d3c4b5a69788796a5b4c3d2e1f2
            token-version: "006"
      """;

  private static AgoraServer server;

  @BeforeAll
  static void start() throws Exception {
    Path folder = Files.createTempDirectory("jeton-server");
    Path config = Files.writeString(folder.resolve("jeton.yaml"), CONFIG);
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
    server = AgoraServer.start(folder, Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void anRtcTokenComesWithAllThatAClientNeedsToRenewIt() {
    JsonNode answer =
        minted(RTC, "{\"channel\":\"lobby\",\"uid\":42,\"role\":\"publisher\",\"ttlSeconds\":600}");
    assertThat(answer.path("version").asText()).isEqualTo("007");
    assertThat(answer.path("project").asText()).isEqualTo("main");
    assertThat(answer.path("channel").asText()).isEqualTo("lobby");
    assertThat(answer.path("uid").asLong()).isEqualTo(42);
    Instant issued = Instant.parse(answer.path("issuedAt").asText());
    assertThat(Duration.between(issued, Instant.parse(answer.path("expiresAt").asText())))
        .hasSeconds(600);
    assertThat(Duration.between(issued, Instant.parse(answer.path("renewAt").asText())))
        .hasSeconds(540);
    assertThat(valid(answer, "{\"channel\":\"lobby\",\"uid\":42}")).isTrue();
    assertThat(valid(answer, "{\"channel\":\"lobby\",\"uid\":43}")).isFalse();
    assertThat(valid(answer, "{\"channel\":\"other\",\"uid\":42}")).isFalse();
  }

  @Test
  void aNamedUserKeepsItsUidAndAnotherCallersUserDoesNotShareIt() throws IOException {
    String body = "{\"channel\":\"lobby\",\"user\":\"alice\",\"role\":\"subscriber\"}";
    long uid = minted(RTC, body).path("uid").asLong();
    assertThat(minted(RTC, body).path("uid").asLong()).isEqualTo(uid);
    Answer operators = server.post(RTC, body, "Authorization", "Bearer " + server.adminToken());
    assertThat(operators.json().path("uid").asLong()).isNotEqualTo(uid);
  }

  @Test
  void privilegesTakeTheirOwnLifetimes() {
    JsonNode answer = minted(
        RTC,
        "{\"channel\":\"lobby\",\"account\":\"bob\",\"privileges\":{\"join\":60,\"publishAudio\":0}}");
    assertThat(answer.path("account").asText()).isEqualTo("bob");
    JsonNode seen = inspect(answer.path("token").asText()).path("services").get(0);
    assertThat(seen.path("privileges").findValuesAsText("name"))
        .containsExactly("join", "publishAudio");
    assertThat(seen.path("privileges").findValuesAsText("value")).containsExactly("60", "3600");
    assertThat(seen.at("/privileges/1/expiresAt")).isEqualTo(answer.path("expiresAt"));
  }

  @Test
  void rtmAndChatHaveKindsOfTheirOwn() {
    JsonNode rtm = minted("/api/v1/tokens/agora/rtm", "{\"user\":\"alice\"}");
    assertThat(valid(rtm, "{\"account\":\"alice\"}")).isTrue();
    JsonNode rtm2 = minted(
        "/api/v1/tokens/agora/rtm",
        "{\"user\":\"alice\",\"permissions\":{\"messageChannels\":{\"read\":[\"news\"]}}}");
    assertThat(inspect(rtm2.path("token").asText()).at("/services/0/type").asText())
        .isEqualTo("rtm2");
    JsonNode chat = minted("/api/v1/tokens/agora/chat", "{\"user\":\"alice\"}");
    assertThat(valid(chat, "{\"account\":\"alice\"}")).isTrue();
    assertThat(server.post("/api/v1/tokens/agora/chat", "{\"app\":true}").status())
        .isEqualTo(403);
  }

  @Test
  void oneTokenCarriesEveryServiceThatIsListed() {
    JsonNode answer = minted("/api/v1/tokens/agora", """
            {"ttlSeconds": 900, "services": [
              {"type": "stt"}, {"type": "convoai"}, {"type": "fpa"},
              {"type": "rtm2", "user": "u", "permissions": {"users": {"write": ["v"]}}},
              {"type": "apaas", "room": "r", "user": "u", "role": 1},
              {"type": "fcdn", "channel": "c", "uid": 1, "privileges": {"play": 60}},
              {"type": "chat", "user": "u"},
              {"type": "streaming", "channel": "c", "uid": 1, "privileges": {"publishRawStream": 0}},
              {"type": "rtm", "user": "u"},
              {"type": "rtc", "channel": "c", "uid": 1, "role": "publisher"},
              {"type": "rtc", "channel": "d", "uid": 1, "role": "subscriber"}]}
            """);
    List<String> types =
        inspect(answer.path("token").asText()).path("services").findValuesAsText("type");
    assertThat(types)
        .containsExactly(
            "rtc",
            "rtc",
            "rtm",
            "streaming",
            "fpa",
            "chat",
            "fcdn",
            "apaas",
            "rtm2",
            "convoai",
            "stt");
    assertThat(valid(answer, "{\"channel\":\"d\",\"uid\":1}")).isTrue();
  }

  @Test
  void aBatchHasOneAnswerEachAndARefusalTouchesNoOther() {
    Answer answer = server.post("/api/v1/tokens/batch", """
            [{"platform": "agora", "kind": "rtc", "channel": "lobby", "uid": 1, "role": "publisher"},
             {"platform": "agora", "kind": "rtc", "channel": "lobby", "uid": 0, "role": "publisher"},
             {"platform": "agora", "kind": "rtx"},
             {"platform": "agora", "services": [{"type": "rtm", "user": "u"}]}]
            """);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().findValuesAsText("status"))
        .containsExactly("200", "403", "400", "200");
    assertThat(answer.json().get(0).path("token").asText()).startsWith("007");
    assertThat(answer.json().get(1).path("code").asText()).isEqualTo("not-granted");
  }

  @ParameterizedTest
  @CsvSource({"0,400", "1,200", "100,200", "101,400"})
  void aBatchHasOneToAHundredRequests(int count, int status) {
    String one = "{\"platform\":\"agora\",\"kind\":\"rtm\",\"user\":\"u\"}";
    String body = "[" + String.join(",", Stream.generate(() -> one).limit(count).toList()) + "]";
    assertThat(server.post("/api/v1/tokens/batch", body).status()).isEqualTo(status);
  }

  @Test
  void theSameIdempotencyKeyAndBodyGetTheSameTokenAndOneAuditRow() throws IOException {
    String[] key = {"Idempotency-Key", "order-7"};
    Answer first = server.post(RTC, "{\"channel\":\"once\",\"uid\":7,\"role\":\"publisher\"}", key);
    Answer again =
        server.post(RTC, "{\"role\":\"publisher\",\"uid\":7, \"channel\":\"once\"}", key);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(PersonRows.in(server.folder().resolve("data"), "7"))
        .filteredOn(row -> row.contains("channel=once user=#1"))
        .hasSize(1);

    Answer other = server.post(RTC, "{\"channel\":\"once\",\"uid\":8,\"role\":\"publisher\"}", key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().path("code").asText()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void aRefusedRequestDoesNotUseUpItsIdempotencyKey() {
    String[] key = {"Idempotency-Key", "order-8"};
    assertThat(server.post(RTC, "{\"channel\":\"once\"}", key).status()).isEqualTo(400);
    String right = "{\"channel\":\"once\",\"uid\":8,\"role\":\"publisher\"}";
    assertThat(server.post(RTC, right, key).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"0,400", "1,200", "86400,200", "86401,400", "-5,400"})
  void overLongLifetimesAreRefusedAndNotCut(String ttl, int status) {
    String body =
        "{\"channel\":\"lobby\",\"uid\":1,\"role\":\"publisher\",\"ttlSeconds\":" + ttl + "}";
    assertThat(server.post(RTC, body).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"channel\":\"lobby\",\"uid\":1}",
        "{\"channel\":\"lobby\",\"uid\":1,\"role\":\"publisher\",\"privileges\":{\"join\":1}}",
        "{\"channel\":\"lobby\",\"uid\":1,\"account\":\"a\",\"role\":\"publisher\"}",
        "{\"channel\":\"lobby\",\"role\":\"publisher\"}",
        "{\"channel\":\"lobby\",\"uid\":1,\"role\":\"publisher\",\"ttl\":60}",
        "{\"channel\":\"lobby\",\"uid\":1,\"privileges\":{\"publishSound\":1}}",
        "{\"channel\":\"lobby\",\"uid\":1,\"privileges\":{}}",
        "{\"channel\":\"lobby\",\"uid\":1,\"ttlSeconds\":60,\"privileges\":{\"join\":61}}",
        "{\"channel\":\"lobby\",\"uid\":1,\"role\":\"host\"}",
      })
  void whatIsAbsentTwiceOrUnknownIsAProblemWithACode(String body) {
    Answer answer = server.post(RTC, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("code").asText()).isNotEmpty();
    assertThat(answer.json().path("detail").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"apaas\",\"user\":\"u\",\"role\":1}",
        "{\"type\":\"rtm2\",\"user\":\"u\",\"permissions\":{\"users\":{\"read\":[\"\"]}}}",
        "{\"type\":\"rtm2\",\"user\":\"u\",\"permissions\":{\"users\":{\"read\":[\"a\",\"a\"]}}}",
        "{\"type\":\"rtm2\",\"user\":\"u\",\"permissions\":{}}",
        "{\"type\":\"fcdn\",\"channel\":\"c\",\"uid\":1}",
        "{\"type\":\"dance\"}",
      })
  void aServiceWithTooMuchOrTooLittleIsRefused(String service) {
    assertThat(server
            .post("/api/v1/tokens/agora", "{\"services\":[" + service + "]}")
            .status())
        .isEqualTo(400);
  }

  @Test
  void aServiceWithoutAUserSpeaksForTheAppAndNeedsAGrant() {
    String body = "{\"services\":[{\"type\":\"convoai\"}]}";
    assertThat(server.post("/api/v1/tokens/agora", body).status()).isEqualTo(403);
  }

  @Test
  void theAuditRowNamesEveryServiceInFull() throws IOException {
    String name = "n".repeat(200);
    String crowd = ("{\"type\":\"rtm\",\"user\":\"" + name + "\"},").repeat(19)
        + "{\"type\":\"rtm\",\"user\":\"the-last-one\"}";
    minted("/api/v1/tokens/agora", "{\"services\":[" + crowd + "]}");
    assertThat(PersonRows.in(server.folder().resolve("data"), "the-last-one"))
        .singleElement()
        .asString()
        .contains(
            "\"service20\":\"rtm user=#1 ",
            "\"service1\":\"" + name,
            "\"service20\":\"the-last-one\"");
    assertThat(auditRows("the-last-one")).isEmpty();
  }

  @Test
  void twoIdempotencyKeysInOneRequestAreRefused() {
    String right = "{\"channel\":\"once\",\"uid\":9,\"role\":\"publisher\"}";
    Answer answer = server.post(RTC, right, "Idempotency-Key", "a", "Idempotency-Key", "b");
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void aProjectFor006MintsIt() {
    JsonNode answer = minted(
        RTC, "{\"project\":\"old\",\"channel\":\"lobby\",\"uid\":42,\"role\":\"publisher\"}");
    assertThat(answer.path("token").asText()).startsWith("006b1b2c3d4");
    assertThat(valid(answer, "{\"channel\":\"lobby\",\"uid\":42}")).isTrue();
    Answer chat =
        server.post("/api/v1/tokens/agora/chat", "{\"project\":\"old\",\"user\":\"alice\"}");
    assertThat(chat.status()).isEqualTo(400);
    assertThat(chat.json().path("code").asText()).isEqualTo("not-in-006");
  }

  @Test
  void everyCheckIsRequiredUnlessTheRequestIsLenient() {
    JsonNode answer = minted(RTC, "{\"channel\":\"lobby\",\"uid\":42,\"role\":\"publisher\"}");
    String token = answer.path("token").asText();
    String request = "{\"platform\":\"agora\",\"token\":\"" + token + "\"";
    JsonNode strict = server.post("/api/v1/verify", request + "}").json();
    assertThat(strict.path("valid").asBoolean()).isFalse();
    assertThat(strict.path("unchecked").toString()).isEqualTo("[\"channel\",\"user\"]");
    JsonNode lenient =
        server.post("/api/v1/verify", request + ",\"lenient\":true}").json();
    assertThat(lenient.path("valid").asBoolean()).isTrue();
    assertThat(lenient.path("unchecked").toString()).isEqualTo("[\"channel\",\"user\"]");
  }

  @Test
  void strangersLearnOneWordAndTheOperatorTheExactReason() throws IOException {
    JsonNode answer = minted(RTC, "{\"channel\":\"lobby\",\"uid\":42,\"role\":\"publisher\"}");
    String request =
        "{\"platform\":\"agora\",\"token\":\"%s\",\"context\":{\"channel\":\"x\",\"uid\":42}}"
            .formatted(answer.path("token").asText());
    assertThat(server.post("/api/v1/verify", request).body())
        .isEqualTo("{\"valid\":false,\"reason\":\"invalid\"}");
    String proof = "Bearer " + server.adminToken();
    JsonNode explained =
        server.post("/api/v1/verify", request, "Authorization", proof).json();
    assertThat(explained.path("code").asText()).isEqualTo("CHANNEL_MISMATCH");
  }

  @Test
  void inspectSaysWhatItCannotRecognise() {
    assertThat(server.post("/api/v1/inspect", "{\"token\":\"nonsense\"}").body())
        .isEqualTo("{\"recognised\":false}");
  }

  @Test
  void theDescriptionOfTheApiAndTheMetricsAreServed() {
    assertThat(server.get("/q/openapi").body()).contains("/api/v1/tokens/agora/rtc", "/rtctoken");
    assertThat(server.get("/q/metrics").body()).contains("jeton_audit_rows_total");
    assertThat(server.get("/q/health/ready").json().path("status").asText()).isEqualTo("UP");
  }

  private static List<String> auditRows(String part) throws IOException {
    try (Stream<String> lines = Files.lines(server.folder().resolve("data/audit/000001.jsonl"))) {
      return lines.filter(line -> line.contains(part)).toList();
    }
  }

  private static JsonNode minted(String path, String body) {
    Answer answer = server.post(path, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Jeton-Expires-At"))
        .isEqualTo(answer.json().path("expiresAt").asText());
    return answer.json();
  }

  private static boolean valid(JsonNode minted, String context) {
    String request = "{\"platform\":\"agora\",\"token\":\"%s\",\"context\":%s}"
        .formatted(minted.path("token").asText(), context);
    return server.post("/api/v1/verify", request).json().path("valid").asBoolean();
  }

  private static JsonNode inspect(String token) {
    return server.post("/api/v1/inspect", "{\"token\":\"" + token + "\"}").json();
  }
}
