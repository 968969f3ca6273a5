package dev.jeton.server.callers;

import static dev.jeton.server.admin.AdminServer.START;
import static dev.jeton.server.admin.AdminServer.code;
import static dev.jeton.server.admin.AdminServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.admin.AdminServer;
import dev.jeton.server.http.Fields;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers as operators administer them, with a stand-in for the policies. */
class CallerAdministrationTest {
  private static final String CALLERS = "/api/v1/callers";
  private static final String SHOP = CALLERS + "/shop";

  private final CallerKeys keys = new CallerKeys();
  private final KeyUses uses = new KeyUses();
  private List<String> issuers = List.of("https://id.example.com");

  private final AdminServer server;

  CallerAdministrationTest(@TempDir Path folder) {
    server = new AdminServer(
        Stores.database(Dialect.SQLITE, folder),
        List.of(
            new CallerKind(keys, new BoundCallers(), uses, () -> issuers), new NamedKind("policy")),
        List.of(new ApiKeyProof(keys, new KnownCallers(keys, policies -> false), uses, this::now)));
  }

  private Instant now() {
    return server.now;
  }

  @BeforeEach
  void createAPolicy() {
    assertThat(server.send("POST", "/api/v1/policy", "{\"name\":\"rooms\"}").statusCode())
        .isEqualTo(201);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aKeyIsMadeAndShownOnceAndProvesTheCallerAtOnce() {
    Fields made = created("{\"name\":\"shop\"}");
    String key = made.text("key");
    assertThat(made.objects("keys").get(0).text("label")).isEqualTo(key.substring(0, 16));
    assertThat(answerTo(key)).isEqualTo("403 not-allowed");
    for (String path : List.of(SHOP, CALLERS)) {
      assertThat(server.get(path).body()).contains(key.substring(0, 16)).doesNotContain(key);
    }
    assertThat(server.audit.notes).last().satisfies(row -> {
      assertThat(row.caller()).isEqualTo("caller:shop");
      assertThat(row.code()).isEqualTo("not-allowed");
    });
  }

  @Test
  void noKeyIsTakenThatWasMadeElsewhere() {
    String own = "{\"name\":\"shop\",\"key\":\"jtn_a-key-of-ones-own\"}";
    assertThat(code(post(CALLERS, own))).isEqualTo("400 secret-is-made");
    created("{\"name\":\"shop\"}");
    String key = "{\"key\":\"jtn_a-key-of-ones-own\"}";
    assertThat(code(post(SHOP + "/keys", key))).isEqualTo("400 secret-is-made");
    assertThat(code(post(SHOP + "/rotate", key))).isEqualTo("400 secret-is-made");
    String yaml = "{\"yaml\":\"resources: [{kind: caller, name: shop, key: jtn_mine}]\"}";
    assertThat(code(post("/api/v1/apply", yaml))).isEqualTo("400 secret-is-made");
  }

  @Test
  void twoKeysCountWhileOneTakesOverAndThenTheNewOneAlone() {
    Fields made = created("{\"name\":\"shop\"}");
    String first = made.text("key");
    Fields second = json(post(SHOP + "/keys", "{}"));
    assertThat(answerTo(second.text("key"))).isEqualTo("403 not-allowed");
    assertThat(code(post(SHOP + "/keys", "{}"))).isEqualTo("409 two-live");
    post(SHOP + "/keys/" + second.text("id") + "/activate", "{\"overlapSeconds\":3600}");
    assertThat(answerTo(first)).isEqualTo("403 not-allowed");
    server.now = START.plus(Duration.ofHours(1));
    assertThat(answerTo(first)).isEqualTo("401 wrong-proof");
    assertThat(answerTo(second.text("key"))).isEqualTo("403 not-allowed");
  }

  @Test
  void aRevokedKeyAndTheKeysOfADeletedCallerAreRefusedAtOnce() {
    Fields made = created("{\"name\":\"shop\"}");
    String other = created("{\"name\":\"other\"}").text("key");
    post(SHOP + "/keys/" + made.objects("keys").get(0).text("id") + "/revoke", "{}");
    assertThat(answerTo(made.text("key"))).isEqualTo("401 wrong-proof");
    assertThat(server.audit.notes).last().satisfies(row -> {
      assertThat(row.code()).isEqualTo("API_KEY_REVOKED");
      assertThat(row.details()).containsEntry("name", "shop");
    });
    assertThat(answerTo(other)).isEqualTo("403 not-allowed");
    assertThat(server.send("DELETE", CALLERS + "/other", "").statusCode()).isEqualTo(204);
    assertThat(answerTo(other)).isEqualTo("401 wrong-proof");
    assertThat(server.audit.notes)
        .last()
        .satisfies(row -> assertThat(row.code()).isEqualTo("API_KEY_UNKNOWN"));
  }

  @Test
  void policiesAreNamedByNameAndStayWhenTheyAreRenamedAndAreNotDeletedMeanwhile() {
    Fields made = created("{\"name\":\"shop\",\"policies\":[\"ROOMS\"]}");
    assertThat(made.texts("policyNames")).containsExactly("rooms");
    assertThat(made.texts("policies").get(0)).hasSize(16);
    server.send("PATCH", "/api/v1/policy/rooms", "{\"name\":\"lobbies\"}");
    assertThat(json(server.get(SHOP)).texts("policyNames")).containsExactly("lobbies");
    HttpResponse<String> refused = server.send("DELETE", "/api/v1/policy/lobbies", "");
    assertThat(code(refused)).isEqualTo("409 in-use");
    assertThat(json(refused).text("detail")).contains("caller shop");
    server.send("PATCH", SHOP, "{\"policies\":[]}");
    assertThat(server.send("DELETE", "/api/v1/policy/lobbies", "").statusCode()).isEqualTo(204);
  }

  @Test
  void aPolicyThatIsNotThereIsRefused() {
    String unknown = "{\"name\":\"shop\",\"policies\":[\"rooms\",\"nothing\"]}";
    assertThat(code(post(CALLERS, unknown))).isEqualTo("400 unknown-policy");
    created("{\"name\":\"shop\"}");
    assertThat(code(server.send("PATCH", SHOP, "{\"policies\":[\"nothing\"]}")))
        .isEqualTo("400 unknown-policy");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThat(code(post(CALLERS, "{\"name\":\"a b\"}"))).isEqualTo("400 wrong-name");
    assertThat(code(post(CALLERS, "{\"name\":\"a\",\"networks\":[\"10.0.0.1/8\"]}")))
        .isEqualTo("400 wrong-member");
    assertThat(code(post(CALLERS, "{\"name\":\"a\",\"keysEndAfterDays\":0}")))
        .isEqualTo("400 wrong-member");
    assertThat(code(post(CALLERS, "{\"name\":\"a\",\"description\":\"a\\nb\"}")))
        .isEqualTo("400 wrong-member");
    assertThat(code(post(CALLERS, "{\"name\":\"a\",\"role\":\"b\"}")))
        .isEqualTo("400 unknown-member");
    created("{\"name\":\"shop\"}");
    assertThat(code(post(CALLERS, "{\"name\":\"SHOP\"}"))).isEqualTo("409 taken");
  }

  @Test
  void keysEndByThemselvesAlsoWhenAnOldOneTakesOverAgain() {
    Fields made = created("{\"name\":\"shop\",\"keysEndAfterDays\":30}");
    String key = made.text("key");
    String first = made.objects("keys").get(0).text("id");
    Instant end = START.plus(Duration.ofDays(30));
    assertThat(made.objects("keys").get(0).text("endsAt")).isEqualTo(end.toString());

    post(SHOP + "/rotate", "{\"overlapSeconds\":3600}");
    Fields again = json(post(SHOP + "/keys/" + first + "/activate", "{}"));
    assertThat(again.objects("keys").get(0).text("endsAt")).isEqualTo(end.toString());

    server.now = end.minusMillis(1);
    assertThat(answerTo(key)).isEqualTo("403 not-allowed");
    server.now = end;
    assertThat(answerTo(key)).isEqualTo("401 wrong-proof");
  }

  @Test
  void aKeyWithoutAnEndHasNoneWhateverIsSaidLater() {
    Fields made = created("{\"name\":\"shop\"}");
    server.send("PATCH", SHOP, "{\"keysEndAfterDays\":30}");
    Fields second = json(post(SHOP + "/keys", "{}"));
    Fields shown = json(server.get(SHOP));
    assertThat(shown.objects("keys").get(0).has("endsAt")).isFalse();
    assertThat(second.text("endsAt")).isEqualTo(START.plus(Duration.ofDays(30)).toString());
    assertThat(made.has("keysEndAfterDays")).isFalse();
  }

  @Test
  void showAndListTellWhenAKeyWasUsedLast() {
    String key = created("{\"name\":\"shop\"}").text("key");
    assertThat(json(server.get(SHOP)).has("lastUsedAt")).isFalse();
    server.now = START.plusSeconds(90);
    answerTo(key);
    Fields shown = json(server.get(SHOP));
    assertThat(shown.text("lastUsedAt")).isEqualTo("2026-11-21T00:01:30Z");
    assertThat(shown.objects("keys").get(0).text("lastUsedAt")).isEqualTo("2026-11-21T00:01:30Z");
    assertThat(shown.whole("version", 1, 1)).isEqualTo(1);
    assertThat(json(server.get(CALLERS)).objects("items").get(0).text("lastUsedAt"))
        .isEqualTo("2026-11-21T00:01:30Z");
  }

  @Test
  void theBeginningOfAKeyThatWasFoundLeadsToItsCaller() {
    String key = created("{\"name\":\"shop\"}").text("key");
    created("{\"name\":\"other\"}");
    Fields found = json(server.get(CALLERS + "?search=" + key.substring(0, 16)));
    assertThat(found.whole("total", 0, 9)).isEqualTo(1);
    assertThat(found.objects("items").get(0).text("name")).isEqualTo("shop");
    assertThat(json(server.get(CALLERS + "?search=jtn_")).whole("total", 0, 9)).isZero();
  }

  @Test
  void itIsSaidWhenNothingCanComeOfACaller() {
    assertThat(created("{\"name\":\"shop\"}").texts("warnings"))
        .containsExactly("it has no policy, so it can have nothing minted");
    assertThat(created("{\"name\":\"off\",\"enabled\":false,\"policies\":[\"rooms\"]}")
            .texts("warnings"))
        .containsExactly("it is switched off, so none of its keys counts");
    Fields made = created("{\"name\":\"b\",\"policies\":[\"rooms\"]}");
    assertThat(made.has("warnings")).isFalse();
    String id = made.objects("keys").get(0).text("id");
    assertThat(json(post(CALLERS + "/b/keys/" + id + "/disable", "{}")).texts("warnings"))
        .containsExactly("none of its keys counts now; make another");
  }

  @Test
  void aResourceFileRegistersCallersUnderPoliciesOfTheSameFileAndTwiceChangesNothing() {
    String yaml = "{\"yaml\":\"resources:\\n- {kind: policy, name: calls}\\n"
        + "- {kind: caller, name: shop, policies: [calls], networks: [10.0.0.0/8]}\\n\"}";
    Fields first = json(post("/api/v1/apply", yaml));
    String key = first.objects("changes").get(1).text("key");
    assertThat(ApiKey.parse(key)).isPresent();
    Fields second = json(post("/api/v1/apply", yaml));
    assertThat(second.objects("changes").get(1).text("act")).isEqualTo("unchanged");
  }

  @Test
  void aCallerThatIsKnownByAccessTokensGetsNoKeyAndKeepsTheIssuerThatIsMeant() {
    Fields made = created("{\"name\":\"web-app\",\"oidc\":{\"anybody\":true}}");
    assertThat(made.has("key")).isFalse();
    assertThat(made.objects("keys")).isEmpty();
    assertThat(made.object("oidc").text("issuer")).isEqualTo("https://id.example.com");
    assertThat(code(post(CALLERS + "/web-app/keys", "{}"))).isEqualTo("400 no-secret");
    issuers = List.of("https://id.example.com", "https://other.example.com");
    assertThat(code(post(CALLERS, "{\"name\":\"b\",\"oidc\":{\"subject\":\"s\"}}")))
        .isEqualTo("400 which-issuer");
    issuers = List.of();
    assertThat(code(post(CALLERS, "{\"name\":\"b\",\"oidc\":{\"subject\":\"s\"}}")))
        .isEqualTo("400 which-issuer");
    assertThat(json(server.get(CALLERS + "/web-app")).texts("warnings"))
        .anyMatch(line -> line.contains("do not count here"));
  }

  @Test
  void noTwoCallersAreKnownByTheSame() {
    created("{\"name\":\"a\",\"oidc\":{\"subject\":\"s\"}}");
    assertThat(code(post(CALLERS, "{\"name\":\"b\",\"oidc\":{\"subject\":\"s\"}}")))
        .isEqualTo("409 taken");
    created("{\"name\":\"b\",\"oidc\":{\"clientId\":\"s\"}}");
    String hex = "AB:".repeat(31) + "AB";
    Fields made = created("{\"name\":\"c\",\"certificate\":{\"fingerprint\":\"" + hex + "\"}}");
    assertThat(made.object("certificate").text("fingerprint")).isEqualTo("ab".repeat(32));
    assertThat(made.has("key")).isFalse();
  }

  @Test
  void whatACallerIsKnownByIsOneThingAndWellFormed() {
    for (String wrong : List.of(
        "\"oidc\":{}",
        "\"oidc\":{\"anybody\":false}",
        "\"oidc\":{\"subject\":\"s\",\"clientId\":\"c\"}",
        "\"oidc\":{\"claim\":\"groups\"}",
        "\"oidc\":{\"subject\":\"s\",\"value\":\"v\"}",
        "\"oidc\":{\"subject\":\"\"}",
        "\"oidc\":{\"subject\":\"s\",\"issuer\":\"http://id.example.com\"}",
        "\"certificate\":{}",
        "\"certificate\":{\"fingerprint\":\"abc\"}",
        "\"certificate\":{\"subject\":\"no name\"}",
        "\"certificate\":{\"subject\":\"CN=a\",\"name\":\"b\"}")) {
      assertThat(code(post(CALLERS, "{\"name\":\"a\"," + wrong + "}")))
          .as(wrong)
          .isEqualTo("400 wrong-member");
    }
    assertThat(code(post(
            CALLERS,
            "{\"name\":\"a\",\"oidc\":{\"anybody\":true},\"certificate\":{\"name\":\"b\"}}")))
        .isEqualTo("400 two-proofs");
  }

  @Test
  void theKeysOfACallerThatChangesToAccessTokensCountUntilSomebodyEndsThem() {
    String key = created("{\"name\":\"shop\"}").text("key");
    assertThat(server.send("PATCH", SHOP, "{\"oidc\":{\"clientId\":\"shop\"}}").statusCode())
        .isEqualTo(200);
    assertThat(answerTo(key)).isEqualTo("403 not-allowed");
    assertThat(json(server.get(SHOP)).texts("warnings"))
        .anyMatch(line -> line.contains("API keys from before still count"));
    assertThat(server.send("PATCH", SHOP, "{\"oidc\":null}").statusCode()).isEqualTo(200);
    assertThat(json(server.get(SHOP)).has("oidc")).isFalse();
  }

  private Fields created(String body) {
    HttpResponse<String> response = post(CALLERS, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return json(response);
  }

  private HttpResponse<String> post(String path, String body) {
    return server.send("POST", path, body);
  }

  /** 403 is for somebody who is known, 401 for somebody who is not. */
  private String answerTo(String key) {
    return code(server.sendAs("Bearer " + key, "GET", CALLERS, ""));
  }
}
