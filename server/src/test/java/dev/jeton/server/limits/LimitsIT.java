package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The built server with limits for programs on this machine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LimitsIT {
  private static final String RTC = "/api/v1/tokens/agora/rtc";
  private static final String ONE = "{\"channel\":\"lobby\",\"uid\":42,\"role\":\"publisher\"}";
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(Map.of("JETON_LIMITS_INSIDE", "true"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void answersTellWhatIsLeftOfTheDefaults() {
    Answer answer = server.post(RTC, ONE);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("RateLimit-Policy"))
        .isEqualTo("\"mint\";q=600;w=60, \"user\";q=60;w=60");
    assertThat(answer.header("RateLimit")).isEqualTo("\"mint\";r=599;t=1, \"user\";r=59;t=1");
  }

  @Test
  @Order(2)
  void whatAnOperatorSetsHoldsForTheNextRequest() throws IOException {
    set("{\"limits.mint-per-caller\": 3}");
    assertThat(server.post(RTC, ONE).header("RateLimit-Policy")).startsWith("\"mint\";q=3;w=60");
  }

  @Test
  @Order(3)
  void aBatchCountsForAllThatItAsks() {
    String item = "{\"platform\":\"agora\",\"kind\":\"rtm\",\"user\":\"alice\"}";
    Answer answer =
        server.post("/api/v1/tokens/batch", "[" + String.join(",", item, item, item, item) + "]");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("batch-too-large", "ask for fewer at once");
  }

  @Test
  @Order(4)
  void whoeverAsksTooMuchIsToldWhenToComeAgain() {
    Answer answer = server.post(RTC, ONE);
    for (int i = 0; answer.status() == 200 && i < 50; i++) {
      answer = server.post(RTC, ONE);
    }
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.json().path("code").asText()).isEqualTo("too-many-requests");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 20);
    assertThat(answer.header("RateLimit")).startsWith("\"mint\";r=0;t=");
  }

  @Test
  @Order(5)
  void metricsTellWhatWasTooMuch() {
    assertThat(server.get("/q/metrics").body())
        .containsPattern("jeton_limits_refused_total\\{limit=\"mint\",?\\} [1-9]")
        .containsPattern("jeton_limits_buckets\\{limit=\"user\",?\\} 1\\.0");
  }

  @Test
  @Order(6)
  void aUserOfItsOwnIsLimitedToo() throws IOException {
    set("{\"limits.mint-per-caller\": 0, \"limits.tokens-per-user\": 1}");
    assertThat(server.post(RTC, ONE).status()).isEqualTo(200);
    Answer answer = server.post(RTC, ONE);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body()).contains("too many tokens for one user");
    assertThat(server.post(RTC, ONE.replace("42", "43")).status()).isEqualTo(200);
  }

  private static void set(String settings) throws IOException {
    Answer answer = server.send(
        "/api/v1/settings",
        request -> request
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(settings)),
        "Authorization",
        "Bearer " + server.adminToken());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }
}
