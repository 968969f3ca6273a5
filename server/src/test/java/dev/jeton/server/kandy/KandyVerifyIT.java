package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer.Answer;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifying and inspecting Kandy tokens by {@code /api/v1}. */
class KandyVerifyIT {
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
  void nodesOwnSetsVerifyUnderTheCurrentAndThePreviousKey() throws Exception {
    long now = Instant.now().toEpochMilli();
    assertThat(api.verifySet(KandyApi.nodes("CBC", Realms.CBC_KEY, "cbc", now))
            .path("valid")
            .asBoolean())
        .isTrue();
    JsonNode old = KandyApi.nodes("CBC", KandyApi.PREVIOUS_KEY, "cbc", now);
    assertThat(api.verifySet(old).path("valid").asBoolean()).isTrue();
    assertThat(api.verifyOne(old, "toToken", "to").path("key").asText()).isEqualTo("previous");
    assertThat(api.verifySet(KandyApi.nodes("ECB", Realms.ECB_KEY, "ecb", now))
            .path("valid")
            .asBoolean())
        .isTrue();
  }

  @Test
  void oldFutureForeignAndMixedSetsAreRefused() throws Exception {
    long now = Instant.now().toEpochMilli();
    String key = Realms.CBC_KEY;
    assertThat(KandyApi.reason(api.verifySet(KandyApi.nodes("CBC", key, "cbc", now - 601_000))))
        .isEqualTo("expired EXPIRED");
    assertThat(KandyApi.reason(api.verifySet(KandyApi.nodes("CBC", key, "cbc", now + 90_000))))
        .isEqualTo("not-yet-valid NOT_YET_VALID");
    assertThat(KandyApi.reason(api.verifySet(KandyApi.nodes("CBC", KandyApi.OPEN_KEY, "cbc", now))))
        .isEqualTo("invalid BAD_MAC");
    assertThat(KandyApi.reason(api.verifySet(KandyApi.nodes("CBC", key, "ecb", now))))
        .isEqualTo("invalid MALFORMED");
    JsonNode one = KandyApi.nodes("CBC", key, "cbc", now);
    JsonNode other = KandyApi.nodes("CBC", key, "cbc", now - 1);
    assertThat(KandyApi.reason(api.verifySet(KandyApi.set("cbc", one, one, other))))
        .isEqualTo("invalid TIME_MISMATCH");
    JsonNode swapped = KandyApi.nodes(
        "CBC",
        key,
        "cbc",
        now,
        "service@example.com",
        "sip:help@example.com",
        "sip:alice@example.com");
    assertThat(KandyApi.reason(api.verifySet(swapped))).isEqualTo("invalid TO_NOT_ALLOWED");
    JsonNode stranger = KandyApi.nodes(
        "CBC",
        key,
        "cbc",
        now,
        "service@example.com",
        "sip:eve@example.com",
        "sip:help@example.com");
    assertThat(KandyApi.reason(api.verifySet(stranger))).isEqualTo("invalid FROM_NOT_ALLOWED");
    JsonNode asAccount = KandyApi.nodes(
        "CBC",
        key,
        "cbc",
        now,
        "sip:service@example.com",
        "sip:alice@example.com",
        "sip:help@example.com");
    assertThat(KandyApi.reason(api.verifySet(asAccount))).isEqualTo("invalid WRONG_ROLE");
  }

  @Test
  void oneTokenIsVerifiedForItsRole() {
    JsonNode set = api.minted("{\"to\":\"help@example.com\"}");
    JsonNode to = api.verifyOne(set, "toToken", "to");
    assertThat(to.path("valid").asBoolean()).isTrue();
    assertThat(to.path("identity").asText()).isEqualTo("sip:help@example.com");
    assertThat(to.path("role").asText()).isEqualTo("to");
    assertThat(KandyApi.reason(api.verifyOne(set, "toToken", "account")))
        .isEqualTo("invalid WRONG_ROLE");
    assertThat(KandyApi.reason(api.verifyOne(set, "accountToken", "from")))
        .isEqualTo("invalid WRONG_ROLE");
  }

  @ParameterizedTest
  @CsvSource({"accountToken, service@example.com", "toToken, sip:help@example.com"})
  void withoutARoleTheRestIsCheckedAndTheRoleIsNot(String member, String identity) {
    String token = api.minted("{\"to\":\"help@example.com\"}").path(member).asText();
    String request = "{\"platform\":\"kandy\",\"token\":\"" + token + "\"";
    JsonNode strict = api.explained(request + "}");
    assertThat(KandyApi.reason(strict)).isEqualTo("invalid CONTEXT_MISSING");
    assertThat(strict.path("unchecked").toString()).isEqualTo("[\"role\"]");
    JsonNode lenient = api.explained(request + ",\"lenient\":true}");
    assertThat(lenient.path("valid").asBoolean()).isTrue();
    assertThat(lenient.path("unchecked").toString()).isEqualTo("[\"role\"]");
    assertThat(lenient.path("identity").asText()).isEqualTo(identity);
  }

  @Test
  void whereNoCalleesAreListedTheContextNamesTheCalleeOrTheCheckIsMissing() throws Exception {
    JsonNode set =
        KandyApi.nodes("CBC", KandyApi.OPEN_KEY, "open", Instant.now().toEpochMilli());
    JsonNode strict = api.verifySet(set);
    assertThat(KandyApi.reason(strict)).isEqualTo("invalid CONTEXT_MISSING");
    assertThat(strict.path("unchecked").toString()).isEqualTo("[\"to\"]");
    assertThat(api.verifySet(set, ",\"lenient\":true").path("unchecked").toString())
        .isEqualTo("[\"to\"]");
    assertThat(api.verifySet(set, ",\"context\":{\"to\":\"help@example.com\"}")
            .path("valid")
            .asBoolean())
        .isTrue();
    assertThat(KandyApi.reason(api.verifySet(set, ",\"context\":{\"to\":\"x@example.com\"}")))
        .isEqualTo("invalid TO_NOT_ALLOWED");
  }

  @ParameterizedTest
  @CsvSource({
    "to, x@example.com, TO_NOT_ALLOWED",
    "from, x@example.com, FROM_NOT_ALLOWED",
    "account, x@example.com, ACCOUNT_MISMATCH",
    "to, *@EXAMPLE.com, ''",
    "from, anonymous@invalid.com, ''",
    "account, service@example.com, ''",
  })
  void theContextNarrowsWhatTheRealmAllows(String member, String name, String code) {
    JsonNode verdict = api.verifySet(
        api.minted("{\"to\":\"help@example.com\"}"),
        ",\"context\":{\"%s\":\"%s\"}".formatted(member, name));
    assertThat(verdict.path("code").asText()).isEqualTo(code);
    assertThat(verdict.path("valid").asBoolean()).isEqualTo(code.isEmpty());
  }

  @Test
  void strangersLearnOneWord() {
    JsonNode set = api.minted("{\"to\":\"help@example.com\"}");
    String body = "{\"platform\":\"kandy\",\"token\":\"%s\",\"context\":{\"role\":\"to\"}}"
        .formatted(set.path("accountToken").asText());
    assertThat(api.post(KandyApi.VERIFY, body).body())
        .isEqualTo("{\"valid\":false,\"reason\":\"invalid\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "lobby@example.com, true",
    "x@open.EXAMPLE.com, true",
    "help@example.com, false",
    "lobby, false",
  })
  void aCallWithoutTokensIsValidWhereTheCalleeTakesSuchCalls(String callee, boolean valid) {
    JsonNode verdict = api.explained("{\"platform\":\"kandy\",\"callee\":\"" + callee + "\"}");
    assertThat(verdict.path("valid").asBoolean()).isEqualTo(valid);
    assertThat(verdict.path("code").asText()).isEqualTo(valid ? "" : "UNRESTRICTED_NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"platform\":\"kandy\"}",
        "{\"platform\":\"kandy\",\"token\":\"aa\",\"callee\":\"x\"}",
        "{\"platform\":\"kandy\",\"token\":\"aa\",\"toToken\":\"x\"}",
        "{\"platform\":\"kandy\",\"toToken\":\"x\"}",
        "{\"platform\":\"kandy\",\"token\":\"aa\",\"realm\":\"other\",\"role\":\"to\"}",
        "{\"platform\":\"kandy\",\"token\":\"aa\",\"context\":{\"role\":\"caller\"}}",
        "{\"platform\":\"kandy\",\"token\":\"aa\",\"role\":\"to\",\"context\":{\"role\":\"to\"}}",
        "{\"platform\":\"kandy\",\"token\":\"aa\",\"context\":{\"channel\":\"x\"}}",
        "{\"platform\":\"kandy\",\"callee\":\"sip:lobby@example.com\"}",
        "{\"platform\":\"kandy\",\"callee\":\"lobby@example.com\",\"realm\":\"cbc\"}",
      })
  void aRequestThatSaysTooMuchOrTooLittleIsWrongItself(String body) {
    Answer answer = api.post(KandyApi.VERIFY, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("code").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zz", "00", "ffffffffffffffffffffffffffffffff"})
  void nonsenseIsNoToken(String token) {
    JsonNode verdict =
        api.explained("{\"platform\":\"kandy\",\"token\":\"%s\",\"role\":\"to\"}".formatted(token));
    assertThat(verdict.path("valid").asBoolean(true)).isFalse();
    assertThat(verdict.path("code").asText()).isEqualTo("MALFORMED");
  }

  @Test
  void inspectSaysThatATokenMayBeKandysAndNothingThatIsEncrypted() {
    JsonNode cbc = api.minted("{\"to\":\"help@example.com\"}");
    JsonNode seen = inspect(cbc.path("toToken").asText());
    assertThat(seen.path("platform").asText()).isEqualTo("kandy");
    assertThat(seen.path("certain").asBoolean(true)).isFalse();
    assertThat(seen.path("cipher").asText()).isEqualTo("cbc");
    assertThat(seen.path("iv").asText()).hasSize(16);
    JsonNode ecb = api.minted("{\"realm\":\"ecb\",\"to\":\"help@example.com\"}");
    assertThat(inspect(ecb.path("toToken").asText()).path("cipher").asText()).isEqualTo("ecb");
    assertThat(inspect("abc").path("recognised").asBoolean()).isFalse();
  }

  private static JsonNode inspect(String token) {
    return api.post("/api/v1/inspect", "{\"token\":\"" + token + "\"}").json();
  }
}
