package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.server.audit.PersonRows;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a realm and its callees, in one running server and the next. */
class KandyStoryIT {
  private static final String REALMS = "/api/v1/kandy/realms";
  private static final String CALLEES = "/api/v1/kandy/callees";
  private static final String SHOP = REALMS + "/Shop";
  private static final String SET = "\"accountToken\":%s,\"fromToken\":%s,\"toToken\":%s";

  @TempDir
  private Path folder;

  @Test
  void aRealmIsCreatedChangedRotatedAndRetiredAndARestartForgetsNothing() throws Exception {
    JsonNode old;
    JsonNode fresh;
    JsonNode used;
    try (Operator operator = start()) {
      Answer created = operator.post(
          REALMS,
          "{\"name\":\"Shop\",\"to\":[\"*@example.com\"],\"from\":[\"*\"],"
              + "\"presets\":{\"front-page\":{\"to\":\"help@example.com\"}}}");
      assertThat(created.status()).as(created.body()).isEqualTo(201);
      assertThat(created.header("ETag")).isEqualTo("\"1\"");
      assertThat(created.json().path("securityKey").asText()).matches("[A-Za-z0-9]{32}");
      assertThat(created.json().path("convention").asText()).isEqualTo("A");
      String oldKey = created.json().path("keys").path(0).path("id").asText();
      assertThat(operator.get(REALMS + "?search=sho").json().path("total").asInt())
          .isEqualTo(1);
      assertThat(operator.get(SHOP).body()).doesNotContain("securityKey");

      assertThat(operator.patch(SHOP, "{\"durationSeconds\":3600}", "\"1\"").status())
          .isEqualTo(200);
      Answer stale = operator.patch(SHOP, "{\"durationSeconds\":60}", "\"1\"");
      assertThat(code(stale)).isEqualTo("409 stale");
      assertThat(code(operator.patch(SHOP, "{\"cipher\":\"ecb\"}", "*")))
          .isEqualTo("409 cipher-needs-key");

      old = operator.minted("{\"to\":\"help@example.com\"}");
      assertThat(operator
              .get("/token?identifier=front-page")
              .json()
              .path("tokenRealm")
              .asText())
          .isEqualTo("Shop");
      operator.patch(SHOP, "{\"keyEndsAt\":\"2026-01-01T00:00:00Z\"}", "*");
      assertThat(code(operator.mint("{\"to\":\"help@example.com\"}"))).isEqualTo("409 key-ended");
      assertThat(operator.get(SHOP).json().path("warnings").toString()).contains("ended at");

      assertThat(operator.verdict(old)).isEqualTo("KEY_ENDED");

      Answer rotated = operator.post(SHOP + "/rotate", "{}");
      assertThat(rotated.status()).as(rotated.body()).isEqualTo(200);
      assertThat(rotated.json().path("securityKey").asText()).matches("[A-Za-z0-9]{32}");
      assertThat(rotated.json().has("keyEndsAt")).isFalse();
      JsonNode former = rotated.json().path("keys").path(0);
      assertThat(former.path("signsUntil").asText()).isEqualTo("2026-01-01T00:00:00Z");
      assertThat(former.path("endsAt").asText()).isNotEmpty();
      fresh = operator.minted("{\"to\":\"help@example.com\"}");
      assertThat(operator.verdict(old)).isEqualTo("KEY_ENDED");
      assertThat(operator.verdict(fresh)).isEqualTo("valid current");

      used = operator.minted("{\"to\":\"help@example.com\"}");
      assertThat(operator.redeemed(used)).isEqualTo("valid current");
      assertThat(operator.redeemed(used)).isEqualTo("ALREADY_USED");
      Answer retired = operator.post(SHOP + "/keys/" + oldKey + "/retire", "{}");
      assertThat(retired.status()).as(retired.body()).isEqualTo(200);
      assertThat(operator.verdict(old)).isEqualTo("BAD_MAC");
    }
    try (Operator operator = start()) {
      assertThat(operator.verdict(old)).isEqualTo("BAD_MAC");
      assertThat(operator.verdict(fresh)).isEqualTo("valid current");
      assertThat(operator.redeemed(used)).isEqualTo("ALREADY_USED");
      assertThat(operator.minted("{\"to\":\"help@example.com\"}").path("realm").asText())
          .isEqualTo("Shop");
      operator.patch(SHOP, "{\"keyEndsAt\":\"2026-01-01T00:00:00Z\"}", "*");
      assertThat(operator.verdict(fresh)).isEqualTo("KEY_ENDED");
      String current = operator.get(SHOP).json().path("keys").path(1).path("id").asText();
      Answer retiring =
          operator.post(SHOP + "/keys/" + current + "/retire", "{\"overlapSeconds\":600}");
      assertThat(retiring.status()).as(retiring.body()).isEqualTo(200);
      assertThat(operator.verdict(fresh)).isEqualTo("KEY_ENDED");
      assertThat(operator.delete(SHOP).status()).isEqualTo(204);
      assertThat(code(operator.mint("{\"to\":\"help@example.com\"}"))).isEqualTo("404 no-realm");
    }
  }

  @Test
  void whatIsSaidOfACalleeHoldsAtMintingAtVerifyingAndAtRedeeming() throws Exception {
    try (Operator operator = start()) {
      operator.post(REALMS, "{\"name\":\"Shop\",\"to\":[\"*@example.com\"],\"default\":true}");
      operator.post(REALMS, "{\"name\":\"desk\",\"to\":[\"*@example.com\"]}");
      JsonNode set = operator.minted("{\"to\":\"help@example.com\"}");
      String help = CALLEES + "/help%40example.com";
      Answer made = operator.post(CALLEES, "{\"address\":\"help@example.com\"}");
      assertThat(made.status()).as(made.body()).isEqualTo(201);
      assertThat(made.json().path("name").asText()).isEqualTo("help@example.com");
      assertThat(operator.verdict(set)).isEqualTo("valid current");

      refusedEverywhere(operator, set, "{\"callMe\":false}", "CALL_ME_OFF");
      refusedEverywhere(operator, set, "{\"callMe\":true,\"noCallsNow\":true}", "NO_CALLS_NOW");
      refusedEverywhere(operator, set, "{\"noCallsNow\":false,\"realm\":\"DESK\"}", "OTHER_REALM");
      assertThat(code(operator.send(REALMS + "/desk", "DELETE", "", "*"))).isEqualTo("409 in-use");
      assertThat(operator.patch(REALMS + "/desk", "{\"name\":\"front\"}", "*").status())
          .isEqualTo(200);
      assertThat(operator.get(help).json().path("realm").asText()).isEqualTo("front");
      assertThat(operator.verdict(set)).isEqualTo("OTHER_REALM");
      assertThat(code(operator.patch(help, "{\"unrestricted\":true}", "*")))
          .isEqualTo("400 wrong-member");
      refusedEverywhere(
          operator,
          set,
          "{\"realm\":\"shop\",\"blockedCallers\":[\"anonymous@*\"]}",
          "CALLER_BLOCKED");

      operator.patch(
          help, "{\"blockedCallers\":null,\"blockedNetworks\":[\"127.0.0.0/8\",\"::1\"]}", "*");
      assertThat(code(operator.mint("{\"to\":\"help@example.com\"}")))
          .isEqualTo("403 network-blocked");
      operator.minted("{\"to\":\"help@example.com\",\"client\":\"192.0.2.7\"}");
      assertThat(code(operator.mint("{\"to\":\"help@example.com\",\"client\":\"::1\"}")))
          .isEqualTo("403 network-blocked");
      assertThat(operator.verdict(set)).isEqualTo("CONTEXT_MISSING");
      assertThat(operator.verdict(set, ",\"lenient\":true")).isEqualTo("valid current");
      assertThat(operator.verdict(set, ",\"context\":{\"client\":\"127.0.0.1\"}"))
          .isEqualTo("NETWORK_BLOCKED");
      assertThat(operator.verdict(set, ",\"context\":{\"client\":\"192.0.2.7\"}"))
          .isEqualTo("valid current");
      assertThat(operator.redeemed(set, ",\"client\":\"192.0.2.7\"")).isEqualTo("valid current");
      assertThat(PersonRows.in(folder.resolve("data"), "help@example.com"))
          .anyMatch(row -> row.contains("\"code\":\"no-calls-now\""))
          .anyMatch(row -> row.contains("\"code\":\"other-realm\""));
    }
  }

  private static void refusedEverywhere(
      Operator operator, JsonNode set, String change, String reason) {
    Answer changed = operator.patch(CALLEES + "/help%40example.com", change, "*");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    String code = reason.toLowerCase(Locale.ROOT).replace('_', '-');
    assertThat(code(operator.mint("{\"to\":\"help@example.com\"}"))).isEqualTo("403 " + code);
    assertThat(operator.verdict(set)).isEqualTo(reason);
    assertThat(operator.redeemed(set)).isEqualTo(reason);
  }

  @Test
  void fileAndStoreStandSideBySide() throws Exception {
    String key = "Hn4JyT7cVb2XsD9f" + "Gk6MqE3rWu8ZpA5t";
    Map<String, String> environment = Map.of(
        "KANDY_REALM", "poc.com",
        "KANDY_SECURITY_KEY", key,
        "KANDY_TO", "help@example.com",
        "KANDY_UNRESTRICTED", "lobby@example.com");
    try (Operator operator = start(environment)) {
      assertThat(operator.get(REALMS + "/POC.com").json().path("managedBy").asText())
          .isEqualTo("file");
      assertThat(operator
              .get(CALLEES + "/lobby%40example.com")
              .json()
              .path("managedBy")
              .asText())
          .isEqualTo("file");
      assertThat(code(operator.patch(REALMS + "/poc.com", "{\"durationSeconds\":60}", "*")))
          .isEqualTo("409 managed-by-file");
      assertThat(code(operator.post(REALMS, "{\"name\":\"POC.COM\"}"))).isEqualTo("409 taken");
      Answer shared = operator.post(
          REALMS, "{\"name\":\"shop\",\"securityKey\":\"" + key + "\",\"to\":[\"*\"]}");
      assertThat(code(shared)).isEqualTo("409 shared-key");
      assertThat(shared.body()).doesNotContain(key);
      assertThat(code(operator.post(REALMS, "{\"name\":\"x\",\"securityKey\":\"realm1-secret\"}")))
          .isEqualTo("400 wrong-secret");
      assertThat(operator.post(REALMS, "{\"name\":\"shop\",\"to\":[\"*\"]}").status())
          .isEqualTo(201);
      assertThat(operator.minted("{\"to\":\"help@example.com\"}").path("realm").asText())
          .isEqualTo("poc.com");
      operator.patch(REALMS + "/shop", "{\"default\":true}", "*");
      assertThat(operator.minted("{\"to\":\"help@example.com\"}").path("realm").asText())
          .isEqualTo("shop");
    }
  }

  @Test
  void applyChangesTheCipherAndItsKeyInOneAndDoesNothingTheSecondTime() throws Exception {
    String body = "{\"yaml\":\"resources:\\n- kind: kandy-realm\\n  name: shop\\n  cipher: %s\\n"
        + "  to: ['*@example.com']\\n  securityKey: ${env:KEY}\\n- kind: kandy-callee\\n"
        + "  address: help@example.com\\n  realm: shop\\n\",\"values\":{\"env:KEY\":\"%s\"}}";
    String ecb = body.formatted("ecb", Realms.ECB_KEY);
    String cbc = body.formatted("cbc", Realms.CBC_KEY);
    try (Operator operator = start()) {
      assertThat(acts(operator.post("/api/v1/apply", ecb))).isEqualTo("create create");
      JsonNode old = operator.minted("{\"to\":\"help@example.com\"}");
      assertThat(acts(operator.post("/api/v1/apply", cbc))).isEqualTo("rotate unchanged");
      assertThat(acts(operator.post("/api/v1/apply", cbc))).isEqualTo("unchanged unchanged");
      assertThat(operator.verdict(old)).isEqualTo("MALFORMED");
      assertThat(operator.verdict(operator.minted("{\"to\":\"help@example.com\"}")))
          .isEqualTo("valid current");
      assertThat(operator.get(REALMS + "/shop").json().path("warnings").toString())
          .contains("made for another cipher");
    }
  }

  private static String acts(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("changes").findValuesAsText("act").stream()
        .collect(Collectors.joining(" "));
  }

  private Operator start() throws Exception {
    return start(Map.of());
  }

  private Operator start(Map<String, String> environment) throws Exception {
    RunningServer server = RunningServer.start(Files.createDirectories(folder), environment);
    return new Operator(server, server.adminToken());
  }

  private static String code(Answer answer) {
    return answer.status() + " " + answer.json().path("code").asText();
  }

  /** Somebody with the operator's token. */
  private record Operator(RunningServer server, String token) implements AutoCloseable {
    Answer get(String path) {
      return server.get(path, "Authorization", "Bearer " + token);
    }

    Answer post(String path, String body) {
      return server.post(path, body, "Authorization", "Bearer " + token);
    }

    Answer patch(String path, String body, String seen) {
      return send(path, "PATCH", body, seen);
    }

    Answer delete(String path) {
      return send(path, "DELETE", "", "*");
    }

    Answer send(String path, String method, String body, String seen) {
      return server.send(
          path,
          request -> body.isEmpty()
              ? request.method(method, HttpRequest.BodyPublishers.noBody())
              : request
                  .header("Content-Type", "application/json")
                  .method(method, HttpRequest.BodyPublishers.ofString(body)),
          "Authorization",
          "Bearer " + token,
          "If-Match",
          seen);
    }

    Answer mint(String body) {
      return server.post("/api/v1/tokens/kandy", body);
    }

    JsonNode minted(String body) {
      Answer answer = mint(body);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      return answer.json();
    }

    String verdict(JsonNode set) {
      return verdict(set, "");
    }

    String verdict(JsonNode set, String more) {
      return told(post(
          "/api/v1/verify",
          "{\"platform\":\"kandy\",\"realm\":" + set.path("realm") + "," + tokens(set) + more
              + "}"));
    }

    String redeemed(JsonNode set) {
      return redeemed(set, "");
    }

    String redeemed(JsonNode set, String more) {
      return told(post(
          "/api/v1/tokens/kandy/redeem",
          "{\"realm\":" + set.path("realm") + "," + tokens(set) + more + "}"));
    }

    private static String tokens(JsonNode set) {
      return SET.formatted(set.path("accountToken"), set.path("fromToken"), set.path("toToken"));
    }

    private static String told(Answer answer) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      return answer.json().path("valid").asBoolean()
          ? "valid " + answer.json().path("key").asText()
          : answer.json().path("code").asText();
    }

    @Override
    public void close() {
      server.terminate();
      server.exitCode();
      server.close();
    }
  }
}
