package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Redeeming by {@code /api/v1/tokens/kandy/redeem}. */
class KandyRedeemIT {
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
  void aSetIsRedeemedOnceAndVerifyingUsesNothingUp() throws Exception {
    JsonNode set =
        api.minted("{\"to\":\"help@example.com\",\"account\":\"line-redeemed@example.com\"}");
    api.verifySet(set);
    JsonNode first = api.redeem(set);
    assertThat(first.path("valid").asBoolean()).isTrue();
    assertThat(first.path("account").asText()).isEqualTo("line-redeemed@example.com");
    JsonNode again = api.redeem(set);
    assertThat(KandyApi.reason(again)).isEqualTo("invalid ALREADY_USED");
    assertThat(api.verifySet(set).path("valid").asBoolean()).isTrue();
    assertThat(api.rowsAbout("line-redeemed@example.com"))
        .hasSize(3)
        .anyMatch(row ->
            row.contains("\"event\":\"kandy-redeem\"") && row.contains("\"outcome\":\"redeemed\""))
        .anyMatch(row -> row.contains("\"outcome\":\"refused\",\"code\":\"ALREADY_USED\""));
  }

  @Test
  void anotherLetterCaseOfAnEcbSetIsNoSecondUse() {
    JsonNode set = api.minted("{\"realm\":\"ecb\",\"to\":\"help@example.com\"}");
    assertThat(api.redeem(set).path("valid").asBoolean()).isTrue();
    String upper = KandyApi.setMembers(set, set, set)
        .toUpperCase(Locale.ROOT)
        .replace("ACCOUNTTOKEN", "accountToken")
        .replace("FROMTOKEN", "fromToken")
        .replace("TOTOKEN", "toToken");
    JsonNode again = api.explained(KandyApi.REDEEM, "{\"realm\":\"ecb\"," + upper + "}");
    assertThat(KandyApi.reason(again)).isEqualTo("invalid ALREADY_USED");
  }

  @Test
  void whatDoesNotVerifyIsNotUsedUp() {
    JsonNode set = api.minted("{\"to\":\"help@example.com\"}");
    JsonNode other = api.minted("{\"to\":\"help@example.com\",\"from\":\"alice@example.com\"}");
    assertThat(api.redeem(KandyApi.set("cbc", set, other, set)).path("valid").asBoolean())
        .isFalse();
    assertThat(api.redeem(set).path("valid").asBoolean()).isTrue();
    assertThat(api.redeem(other).path("valid").asBoolean()).isTrue();
  }

  @Test
  void ofManyWhoRedeemAtTheSameMomentOneWins() throws Exception {
    JsonNode set = api.minted("{\"to\":\"help@example.com\"}");
    ExecutorService pool = Executors.newFixedThreadPool(100);
    try {
      List<Callable<JsonNode>> attempts = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        attempts.add(() -> api.redeem(set));
      }
      int won = 0;
      for (Future<JsonNode> attempt : pool.invokeAll(attempts)) {
        won += attempt.get().path("valid").asBoolean() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|400",
        "{\"accountToken\":\"a\",\"fromToken\":\"b\"}|400",
        "{\"accountToken\":\"a\",\"fromToken\":\"b\",\"toToken\":\"c\",\"lenient\":true}|400",
        "{\"accountToken\":\"a\",\"fromToken\":\"b\",\"toToken\":\"c\",\"realm\":\"x\"}|404",
        "{\"accountToken\":\"a\",\"fromToken\":\"b\",\"toToken\":\"c\"}|200",
      })
  void redeemingIsStrictAboutItsRequest(String body, int status) {
    assertThat(api.post(KandyApi.REDEEM, body).status()).isEqualTo(status);
  }

  @Test
  void aForeignPageRedeemsNothing() {
    JsonNode set = api.minted("{\"to\":\"help@example.com\"}");
    Answer answer = api.post(
        KandyApi.REDEEM,
        "{" + KandyApi.setMembers(set, set, set) + "}",
        "Origin",
        "https://evil.example");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(api.redeem(set).path("valid").asBoolean()).isTrue();
  }
}
