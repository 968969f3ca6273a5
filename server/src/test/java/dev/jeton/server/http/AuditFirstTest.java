package dev.jeton.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import dev.jeton.server.audit.AuditRow;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditFirstTest {
  private final TestServer server = new TestServer(TestServer.USUAL);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aMintLeavesItsRow() throws IOException {
    WireAnswer answer = server.client.post("/mint", "{\"channel\":\"c\"}");
    assertThat(answer.status()).isEqualTo(200);
    AuditRow row = server.audit.rows.get(0);
    assertThat(row.event()).isEqualTo("test-mint");
    assertThat(row.platform()).isEqualTo("test");
    assertThat(row.caller()).isEqualTo("local");
    assertThat(row.route()).isEqualTo("/mint");
    assertThat(row.requestId()).isEqualTo(answer.header("Jeton-Request-Id"));
  }

  @Test
  void withoutAuditNothingIsMinted() throws IOException {
    server.audit.broken = true;
    WireAnswer answer = server.client.post("/mint", "{\"channel\":\"c\"}");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"error\":\"audit-unavailable\"}");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(answer.header("Jeton-Renew-At")).isNull();
  }

  @Test
  void withoutAuditVerifyingGoesOn() throws IOException {
    server.audit.broken = true;
    assertThat(server.client.post("/verify", "{}").status()).isEqualTo(200);
  }

  @Test
  void whatACallerMayNotHaveLeavesItsRowBeforeTheAnswer() throws IOException {
    server.audit.broken = true;
    String forbidden = "{\"channel\":\"forbidden\"}";
    assertThat(server.client.post("/mint", forbidden).status()).isEqualTo(503);
    server.audit.broken = false;
    assertThat(server.client.post("/mint", forbidden).status()).isEqualTo(403);
    assertThat(server.audit.rows)
        .singleElement()
        .matches(row -> row.outcome().equals("refused") && "not-allowed".equals(row.code()));
  }

  @Test
  void theRowOfARefusalMaySayMoreThanItsAnswer() throws IOException {
    WireAnswer answer = server.client.post("/mint", "{\"channel\":\"guessed\"}");
    assertThat(answer.body()).isEqualTo("{\"error\":\"not-allowed\"}");
    AuditRow row = server.audit.rows.get(0);
    assertThat(row.code()).isEqualTo("GUESSED");
    assertThat(row.details()).containsExactly(Map.entry("channel", "guessed"));
  }

  @Test
  void anAnswerThatMayBeKeptSaysSoOnce() throws IOException {
    assertThat(server.client.get("/keys").header("Cache-Control")).isEqualTo("max-age=300");
  }

  @Test
  void badInputIsRecordedAfterwards() throws IOException {
    assertThat(server.client.post("/mint", "{\"channel\":5}").status()).isEqualTo(400);
    assertThat(server.audit.rows).isEmpty();
    assertThat(server.audit.notes)
        .singleElement()
        .matches(row -> "wrong-member".equals(row.code()));
  }

  @Test
  void aRefusedMintOfAnybodyIsRecordedAfterwards() throws IOException {
    try (TestServer open = new TestServer(TestServer.open())) {
      open.client.post("/mint", "{}", "Host: tokens.example.com");
      assertThat(open.audit.rows).isEmpty();
      assertThat(open.audit.notes).singleElement().matches(row -> row.caller().equals("anonymous"));
    }
  }

  @Test
  void aFaultTellsTheClientOnlyARequestId() throws IOException {
    WireAnswer answer = server.client.get("/fault");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body())
        .contains(Objects.requireNonNull(answer.header("Jeton-Request-Id")))
        .doesNotContain("inner words", "IllegalState");
  }

  @Test
  void everyAnswerHasTheCommonHeadersAndOneLogLine() throws IOException {
    WireAnswer answer = server.client.get("/mint/my-channel/77/?expiry=60");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(server.stopAndReadLog())
        .isEqualTo("2026-11-21T00:00:00Z "
            + answer.header("Jeton-Request-Id")
            + " GET /mint/{channel}/{uid}/ 200 0us local\n");
  }

  @Test
  void requestsAreCountedByRouteAndStatus() throws IOException {
    server.client.get("/mint/c/1");
    server.client.get("/mint/d/2");
    assertThat(server
            .registry
            .get("jeton.requests")
            .tags("route", "/mint/{channel}/{uid}/", "status", "200")
            .counter()
            .count())
        .isEqualTo(2);
  }
}
