package dev.jeton.server.hub;

import static dev.jeton.server.hub.HubOperator.ACCOUNTS;
import static dev.jeton.server.hub.HubOperator.KEYS;
import static dev.jeton.server.hub.HubOperator.done;
import static dev.jeton.server.hub.HubOperator.each;
import static dev.jeton.server.hub.HubOperator.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.ApiKey;
import dev.jeton.tokens.hub.ApiSecret;
import dev.jeton.tokens.hub.ApiSignature;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** API keys and their accounts over HTTP. */
class ApiKeysIT {
  @TempDir
  Path folder;

  @Test
  void anApiKeyIsMadeRotatedAndInvalidatedAndARestartChangesNothing() {
    String first;
    String next;
    String key;
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HubOperator operator = new HubOperator(server);
      done(operator.post(ACCOUNTS, "{'name':'acme'}"), 201);
      JsonNode made = done(operator.post(KEYS, "{'name':'app','account':'acme'}"), 201);
      key = made.path("apiKey").asText();
      first = made.path("secret").asText();
      assertThat(key).startsWith("b").hasSize(27);
      assertThat(first).startsWith("b").hasSize(40);
      assertThat(made.path("account").asText()).hasSize(16);
      assertThat(made.path("accountName").asText()).isEqualTo("acme");
      assertThat(code(operator, key, first)).isEqualTo("valid");

      JsonNode rotated = done(operator.post(KEYS + "/" + key + "/rotate", "{}"), 200);
      next = rotated.path("secret").asText();
      assertThat(each(rotated.path("secrets"), "state")).containsExactly("retiring", "active");
      assertThat(code(operator, key, first)).isEqualTo("valid");
      assertThat(code(operator, key, next)).isEqualTo("valid");
      String old = rotated.path("secrets").path(0).path("id").asText();
      done(operator.post(KEYS + "/app/secrets/" + old + "/retire", "{}"), 200);
      assertThat(code(operator, key, first)).isEqualTo("BAD_SIGNATURE");

      assertThat(operator.get(KEYS + "?search=" + key).toString())
          .contains(key)
          .doesNotContain(first, next);
      assertThat(server.output()).noneMatch(line -> line.contains(first) || line.contains(next));
    }
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HubOperator operator = new HubOperator(server);
      assertThat(code(operator, key, next)).isEqualTo("valid");
      assertThat(code(operator, key, first)).isEqualTo("BAD_SIGNATURE");
      done(operator.patch(KEYS + "/app", "{'valid':false}"), 200);
      assertThat(code(operator, key, next)).isEqualTo("KEY_INVALIDATED");
      done(operator.patch(KEYS + "/app", "{'valid':true,'secure':false}"), 200);
      assertThat(verdict(operator, "'apiKey':'" + key + "'").path("valid").asBoolean())
          .isTrue();
    }
  }

  @Test
  void anAccountIsNotDeletedWhileItHasKeysAndSwitchedOffNoneOfThemCounts() {
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HubOperator operator = new HubOperator(server);
      done(operator.post(ACCOUNTS, "{'name':'acme'}"), 201);
      JsonNode made =
          done(operator.post(KEYS, "{'name':'own','type':'account','account':'acme'}"), 201);
      String key = made.path("apiKey").asText();
      String secret = made.path("secret").asText();
      refused(operator.delete(ACCOUNTS + "/acme"), 409, "in-use");
      done(operator.patch(ACCOUNTS + "/acme", "{'name':'Acme Ltd','enabled':false}"), 200);
      assertThat(operator.get(KEYS + "/own").path("accountName").asText()).isEqualTo("Acme Ltd");
      assertThat(code(operator, key, secret)).isEqualTo("OWNER_DISABLED");
      done(operator.patch(ACCOUNTS + "/acme%20ltd", "{'enabled':true}"), 200);
      assertThat(code(operator, key, secret)).isEqualTo("valid");
      assertThat(operator.delete(KEYS + "/own").status()).isEqualTo(204);
      assertThat(code(operator, key, secret)).isEqualTo("UNKNOWN_KEY");
      assertThat(operator.delete(ACCOUNTS + "/Acme%20Ltd").status()).isEqualTo(204);
    }
  }

  @Test
  void whatDoesNotFitIsRefusedAndChangesNothing() {
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HubOperator operator = new HubOperator(server);
      refused(operator.post(KEYS, "{'name':'a','account':'nobody'}"), 400, "unknown-account");
      refused(operator.post(KEYS, "{'name':'a','type':'account'}"), 400, "missing-member");
      refused(operator.post(KEYS, "{'name':'a','type':'session'}"), 400, "wrong-member");
      refused(operator.post(KEYS, "{'name':'a','apiKey':'bkey'}"), 400, "wrong-api-key");
      refused(operator.post(KEYS, "{'name':'a','secret':'bshort'}"), 400, "wrong-secret");
      refused(operator.post(KEYS, "{'name':'a','keys':[]}"), 400, "unknown-member");
      refused(operator.post(ACCOUNTS, "{'name':'a','publicKey':'b'}"), 400, "wrong-public-key");
      refused(operator.post(ACCOUNTS, "{'name':' a'}"), 400, "wrong-name");
      assertThat(operator.get(KEYS).path("total").asInt()).isZero();
      String unnamed = done(operator.post(KEYS, "{}"), 201).path("apiKey").asText();
      refused(operator.post(KEYS, "{'name':'b','apiKey':'" + unnamed + "'}"), 409, "taken");
      String other = ApiKey.random(new Random(5)).text();
      refused(
          operator.patch(KEYS + "/" + unnamed, "{'apiKey':'" + other + "'}"), 400, "fixed-member");
    }
  }

  @Test
  void resourcesThatAreAppliedTwiceChangeNothingTheSecondTime() {
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HubOperator operator = new HubOperator(server);
      String yaml = "resources:\\n- {kind: hub-account, name: acme}\\n"
          + "- {kind: hub-key, name: app, account: acme}\\n- {kind: hub-issuer, name: chat}\\n";
      String body = "{'yaml':'" + yaml + "'}";
      JsonNode first = done(operator.post("/api/v1/apply", body), 200);
      assertThat(each(first.path("changes"), "act")).containsOnly("create").hasSize(3);
      JsonNode second = done(operator.post("/api/v1/apply", body), 200);
      assertThat(each(second.path("changes"), "act")).containsOnly("unchanged").hasSize(3);
      assertThat(operator.get(KEYS + "/app").path("accountName").asText()).isEqualTo("acme");
    }
  }

  private static String code(HubOperator operator, String key, String secret) {
    Outcome<ApiSecret> parsed = ApiSecret.parse(Secret.ofText(secret));
    ApiSignature signature = ApiSignature.create(
        ((Outcome.Accepted<ApiSecret>) parsed).value(), Instant.now().plusSeconds(60));
    JsonNode verdict = verdict(
        operator,
        "'apiKey':'%s','message':'%s','signature':'%s'"
            .formatted(key, signature.msg(), signature.sig()));
    return verdict.path("valid").asBoolean() ? "valid" : verdict.path("code").asText();
  }

  private static JsonNode verdict(HubOperator operator, String members) {
    return done(operator.post("/api/v1/verify", "{'platform':'hub'," + members + "}"), 200);
  }
}
