package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer.Answer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minting by {@code /api/v1/tokens/kandy}. */
class KandyMintIT {
  private static KandyApi api;

  @BeforeAll
  static void start() throws Exception {
    api = KandyApi.start();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void aSetComesWithItsTimes() {
    Answer answer = api.post(KandyApi.MINT, "{\"to\":\"help@example.com\"}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode json = answer.json();
    assertThat(json.properties().stream().map(Map.Entry::getKey))
        .containsExactly(
            "realm", "accountToken", "fromToken", "toToken", "issuedAt", "expiresAt", "renewAt");
    Instant issued = Instant.parse(json.path("issuedAt").asText());
    assertThat(Instant.parse(json.path("expiresAt").asText())).isEqualTo(issued.plusSeconds(600));
    assertThat(Instant.parse(json.path("renewAt").asText())).isEqualTo(issued.plusSeconds(540));
    assertThat(answer.header("Jeton-Expires-At"))
        .isEqualTo(json.path("expiresAt").asText());
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    JsonNode verdict = api.verifySet(json);
    assertThat(verdict.path("valid").asBoolean()).isTrue();
    assertThat(verdict.path("account").asText()).isEqualTo("service@example.com");
    assertThat(verdict.path("from").asText()).isEqualTo("anonymous@invalid.com");
    assertThat(verdict.path("to").asText()).isEqualTo("help@example.com");
    assertThat(verdict.path("expiresAt")).isEqualTo(json.path("expiresAt"));
    assertThat(verdict.path("unchecked")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "A, , , service@example.com, anonymous@invalid.com",
    "A, alice@example.com, help@example.com, help@example.com, alice@example.com",
    "A, , line-3@example.com, line-3@example.com, anonymous@invalid.com",
    "B, alice@example.com, , alice@example.com, alice@example.com",
    "C, alice@example.com, , alice@example.com, alice@example.com",
  })
  void theConventionSaysWhoGoesWhere(
      String convention,
      @Nullable String from,
      @Nullable String account,
      String thenAccount,
      String thenFrom) {
    String body = "{\"to\":\"help@example.com\",\"convention\":\"%s\",\"from\":%s,\"account\":%s}"
        .formatted(convention, quoted(from), quoted(account));
    JsonNode verdict = api.verifySet(api.minted(body));
    assertThat(verdict.path("account").asText()).isEqualTo(thenAccount);
    assertThat(verdict.path("from").asText()).isEqualTo(thenFrom);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|400|missing-member",
        "{\"to\":7}|400|wrong-member",
        "{\"to\":\"help@example.com\",\"ttlSeconds\":60}|400|unknown-member",
        "{\"to\":\"sip:help@example.com\"}|400|wrong-name",
        "{\"to\":\"help@example.com;9999999999999\"}|400|wrong-name",
        "{\"to\":\"\"}|400|wrong-name",
        "{\"to\":\"ceo@example.com\"}|403|to-not-allowed",
        "{\"to\":\"help@example.com\",\"from\":\"ceo@example.com\"}|403|from-not-allowed",
        "{\"to\":\"help@example.com\",\"account\":\"ceo@example.com\"}|403|account-not-allowed",
        "{\"to\":\"help@example.com\",\"convention\":\"E\"}|400|wrong-convention",
        "{\"to\":\"help@example.com\",\"convention\":\"D\"}|400|wrong-parties",
        "{\"to\":\"help@example.com\",\"convention\":\"B\"}|403|from-not-allowed",
        "{\"to\":\"help@example.com\",\"realm\":\"other\"}|404|unknown-realm",
        "{\"to\":\"help@example.com\",\"realm\":\"open\"}|403|to-not-allowed",
      })
  void whatIsWrongOrNotAllowedIsAProblemWithACode(String body, int status, String code) {
    Answer answer = api.post(KandyApi.MINT, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
  }

  @Test
  void theSameIdempotencyKeyGetsTheSameSetAndOneAuditRow() throws Exception {
    String body = "{\"to\":\"help@example.com\",\"account\":\"line-once@example.com\"}";
    Answer first = api.post(KandyApi.MINT, body, "Idempotency-Key", "call-7");
    Answer again = api.post(KandyApi.MINT, body, "Idempotency-Key", "call-7");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(api.rowsAbout("line-once@example.com"))
        .singleElement()
        .asString()
        .as("a hash of each of the three tokens")
        .containsPattern("\"token\":\"[0-9a-f]{32} [0-9a-f]{32} [0-9a-f]{32}\"");
    Answer other =
        api.post(KandyApi.MINT, "{\"to\":\"help@example.com\"}", "Idempotency-Key", "call-7");
    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  void aBatchMintsSetsBesideWhatItRefuses() {
    Answer answer = api.post("/api/v1/tokens/batch", """
        [{"platform": "kandy", "to": "help@example.com"},
         {"platform": "kandy", "to": "ceo@example.com"},
         {"platform": "kandy", "realm": "ECB", "to": "help@example.com"}]
        """);
    assertThat(answer.json().findValuesAsText("status")).containsExactly("200", "403", "200");
    assertThat(answer.json().get(2).path("realm").asText()).isEqualTo("ecb");
    assertThat(api.verifySet(answer.json().get(2)).path("valid").asBoolean()).isTrue();
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : '"' + text + '"';
  }
}
