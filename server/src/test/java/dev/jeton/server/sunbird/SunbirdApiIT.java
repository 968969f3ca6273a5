package dev.jeton.server.sunbird;

import static dev.jeton.server.sunbird.SunbirdServer.KEY;
import static dev.jeton.server.sunbird.SunbirdServer.MINT;
import static dev.jeton.server.sunbird.SunbirdServer.claims;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/v1/tokens/sunbird}. */
class SunbirdApiIT {
  private static SunbirdServer server;

  @BeforeAll
  static void start() throws Exception {
    server = SunbirdServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aTokenIsBoundToItsRequestAndComesWithAllThatAClientNeedsToRenewIt() {
    JsonNode answer = server.minted("""
        {"method": "get", "url": "https://api.example/path", "api": "api.content.read",
         "apiVersion": "1.0", "did": "d-1", "msgid": "m-1", "ttlSeconds": 120}
        """);
    assertThat(answer.path("key").asText()).isEqualTo(KEY);
    assertThat(answer.path("credential").asText()).isEqualTo("main");
    assertThat(answer.path("qsh").asText())
        .isEqualTo("799be84a7fa35570087163c0cd9af3abff7ac05c2c12ba0bb1d7eebc984b3ac2");
    Instant issued = Instant.parse(answer.path("issuedAt").asText());
    assertThat(Duration.between(issued, Instant.parse(answer.path("expiresAt").asText())))
        .hasSeconds(120);
    assertThat(Duration.between(issued, Instant.parse(answer.path("renewAt").asText())))
        .hasSeconds(90);
    assertThat(claims(answer.path("token").asText()).toString())
        .isEqualTo(
            ("{\"iss\":\"%s\",\"iat\":%d,\"exp\":%d,\"id\":\"api.content.read\",\"qsh\":\"%s\","
                    + "\"version\":\"1.0\",\"params\":{\"did\":\"d-1\",\"msgid\":\"m-1\"}}")
                .formatted(
                    KEY,
                    issued.getEpochSecond(),
                    issued.getEpochSecond() + 120,
                    answer.path("qsh").asText()));
  }

  @Test
  void aTokenForAnyRequestHasNoQshAndLivesFiveMinutes() {
    JsonNode answer = server.minted("{}");
    assertThat(answer.has("qsh")).isFalse();
    JsonNode claims = claims(answer.path("token").asText());
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    assertThat(claims.has("qsh")).isFalse();
  }

  @Test
  void theContextPathIsNoPartOfTheRequest() {
    JsonNode answer =
        server.minted("{\"method\":\"GET\",\"url\":\"/api/path\",\"contextPath\":\"/api\"}");
    assertThat(answer.path("qsh").asText()).startsWith("799be84a7fa35570");
  }

  @Test
  void claimsKeepTheirTypesTheirOrderAndEveryDigit() {
    String claims = "{\"z\":9007199254740993,\"a\":{\"b\":[1.5,true,null,\"\u00e9\"]},\"n\":1e300,"
        + "\"params\":{\"cdata\":[]}}";
    JsonNode answer = server.minted("{\"did\":\"d-1\",\"claims\":" + claims + "}");
    String payload = new String(
        Base64.getUrlDecoder().decode(answer.path("token").asText().split("\\.", -1)[1]),
        StandardCharsets.UTF_8);
    assertThat(payload)
        .endsWith(",\"params\":{\"did\":\"d-1\",\"cdata\":[]},\"z\":9007199254740993,"
            + "\"a\":{\"b\":[1.5,true,null,\"\u00e9\"]},\"n\":1e+300}");
  }

  @ParameterizedTest
  @CsvSource({"iss", "iat", "exp", "nbf", "qsh", "jti"})
  void whatJetonWritesIsNotTakenFromTheClaims(String claim) {
    refused(
        "{\"claims\":{\"role\":1,\"" + claim + "\":1}}",
        400,
        "reserved-claim",
        "claims must not hold " + claim + ";");
  }

  @ParameterizedTest
  @CsvSource({"0,400", "1,200", "300,200", "301,400", "-5,400", "1.5,400", "'\"60\"',400"})
  void overLongLifetimesAreRefusedAndNotCut(String ttl, int status) {
    assertThat(server.post(MINT, "{\"ttlSeconds\":" + ttl + "}").status()).isEqualTo(status);
  }

  @Test
  void theLimitIsTheCredentialsAndTheDefaultGoesNoFurther() {
    refused("{\"key\":\"ec-key\",\"ttlSeconds\":11}", 400, "wrong-member", "from 1 to 10");
    JsonNode claims = claims(server.minted("{\"key\":\"ec-key\"}").path("token").asText());
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(10);
    server.minted("{\"key\":\"old\",\"ttlSeconds\":86400}");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          {"method":"GET"}                                | half-a-request  | url is missing
          {"url":"/path"}                                 | half-a-request  | method is missing
          {"contextPath":"/api"}                          | half-a-request  | contextPath goes with
          {"method":"GE T","url":"/"}                     | wrong-request   | a method is a word
          {"method":"GET","url":"/a b"}                   | wrong-request   | percent-encode
          {"method":"GET","url":"/","contextPath":"api"}  | wrong-request   | starts with /
          {"method":7,"url":"/"}                          | wrong-member    | method must be a text
          {"URL":"/path"}                                 | unknown-member  | did you mean url?
          {"ttl":60}                                      | unknown-member  | ttl
          {"claims":[]}                                   | wrong-member    | claims must be an object
          {"claims":{"a":1,"a":2}}                        | duplicate-member | stands in the JSON object twice
          {"claims":{"a":1e400}}                          | wrong-member    | not 1e400
          {"claims":{"a":null}}                           | wrong-claims    | leave it out
          {"claims":{"id":"x"},"api":"y"}                 | wrong-claims    | the claim id is given twice
          {"claims":{"params":1},"did":"y"}               | wrong-claims    | has to be an object
          {"claims":{"params":{"did":1}},"did":"y"}       | wrong-claims    | given twice
          {"claims":{"a":"\\ud800"}}                       | wrong-member    | surrogate
          {"bare":"true"}                             | wrong-member    | without quotes
          {"bare":true,"ttlSeconds":60}               | bare-token      | leave ttlSeconds out
          {"key":"seen"}                                  | verifies-only   | nothing can sign
          """)
  void whatIsWrongIsToldWithACode(String body, String code, String part) {
    refused(body, 400, code, part);
  }

  @Test
  void aThousandObjectsInOneAnotherAreRefused() {
    String deep = "{\"a\":".repeat(1000) + "1" + "}".repeat(1000);
    refused("{\"claims\":" + deep + "}", 400, "malformed-json", "too deep");
  }

  @Test
  void aTokenHasAtMost8192Characters() {
    String long6000 = "x".repeat(6_100);
    refused("{\"claims\":{\"a\":\"" + long6000 + "\"}}", 400, "wrong-claims", "8192");
    Answer huge = server.post(MINT, "{\"claims\":{\"a\":\"" + "x".repeat(70_000) + "\"}}");
    assertThat(huge.status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "../../etc/passwd", "' OR 1=1 --", "MAIN", ""})
  void anUnknownKeyIsNotFoundAndNotRepeated(String key) {
    Answer answer =
        refused("{\"key\":\"" + key + "\"}", 404, "unknown-key", "no Sunbird credential");
    assertThat(key.isEmpty() || !answer.body().contains(key)).isTrue();
  }

  @Test
  void aBareTokenNeedsTheGrantAndSaysNothingButItsKey() {
    refused("{\"bare\":true}", 403, "not-granted", "no-expiry");
    Answer answer = server.post(MINT, "{\"key\":\"old\",\"bare\":true}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Jeton-Expires-At")).isEmpty();
    assertThat(answer.json().has("expiresAt")).isFalse();
    assertThat(answer.json().has("renewAt")).isFalse();
    assertThat(claims(answer.json().path("token").asText()).toString())
        .isEqualTo("{\"iss\":\"app-4711\"}");
  }

  @Test
  void theSameIdempotencyKeyAndBodyGetTheSameTokenAndOneAuditRow() throws IOException {
    for (String key : List.of("main", "rsa", "edwards")) {
      String[] header = {"Idempotency-Key", "order-" + key};
      String body = "{\"key\":\"" + key + "\",\"api\":\"repeat-" + key + "\"}";
      Answer first = server.post(MINT, body, header);
      assertThat(first.status()).as(first.body()).isEqualTo(200);
      assertThat(server.post(MINT, body, header).body()).isEqualTo(first.body());
      assertThat(server.auditRows("repeat-" + key)).hasSize(1);
    }
    Answer other = server.post(MINT, "{}", "Idempotency-Key", "order-main");
    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  void whatSignsDifferentlyEachTimeCannotBeRepeated() {
    Answer answer = server.post(MINT, "{\"key\":\"curve\"}", "Idempotency-Key", "order-9");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("code").asText()).isEqualTo("not-repeatable");
  }

  @Test
  void aBatchTakesThemToo() {
    Answer answer = server.post("/api/v1/tokens/batch", """
        [{"platform": "sunbird", "method": "GET", "url": "/"},
         {"platform": "sunbird", "key": "old", "bare": true},
         {"platform": "sunbird", "key": "nobody"},
         {"platform": "sunbird", "kind": "jwt"}]
        """);
    assertThat(answer.json().findValuesAsText("status"))
        .containsExactly("200", "200", "404", "400");
    assertThat(answer.json().get(0).path("qsh").asText()).startsWith("c88caad15a1c1a90");
  }

  @Test
  void theAuditRowSaysWhichTokenItWasAndNothingThatMayBePersonal() throws IOException {
    JsonNode answer = server.minted("""
        {"method": "GET", "url": "https://api.example/user?mail=alice%40example.org",
         "api": "api.audited", "did": "device-of-alice", "msgid": "message-of-alice",
         "claims": {"mail": "alice@example.org", "level": 3}}
        """);
    List<String> rows = server.auditRows("api.audited");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0))
        .contains(
            "\"event\":\"sunbird-mint\"",
            "\"platform\":\"sunbird\"",
            "\"credential\":\"main\"",
            "\"key\":\"" + KEY + "\"",
            "\"claims\":\"mail, level\"",
            "\"qsh\":\"" + answer.path("qsh").asText() + "\"",
            "\"expiresAt\":\"" + answer.path("expiresAt").asText() + "\"")
        .doesNotContain("alice", answer.path("token").asText());
    server.post(MINT, "{\"key\":\"old\",\"bare\":true}");
    assertThat(server.auditRows("\"expiresAt\":\"never\"")).isNotEmpty();
  }

  @Test
  void anAuditRowHasRoomForEveryNameThatIsTaken() throws IOException {
    String most = "n".repeat(245);
    String claims = IntStream.range(0, 6)
        .mapToObj(i -> "\"" + i + most + "\":1")
        .collect(
            Collectors.joining(",", "{\"claims\":{", "%s},\"api\":\"" + "a".repeat(255) + "\"}"));
    server.minted(claims.formatted(",\"the-last-one\":1"));
    assertThat(server.auditRows("the-last-one")).hasSize(1);
    refused(claims.formatted(",\"the-last-oneX\":1"), 400, "wrong-claims", "1500 characters");
    refused("{\"api\":\"" + "a".repeat(256) + "\"}", 400, "wrong-member", "255 characters");
  }

  @Test
  void aTokenWithoutAnEndThatIsNotGrantedLeavesARow() throws IOException {
    server.post(MINT, "{\"bare\":true}");
    assertThat(server.auditRows("\"code\":\"not-granted\""))
        .first()
        .asString()
        .contains("\"event\":\"sunbird-mint\"");
  }

  private static Answer refused(String body, int status, String code, String part) {
    Answer answer = server.post(MINT, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("detail").asText()).contains(part);
    return answer;
  }
}
