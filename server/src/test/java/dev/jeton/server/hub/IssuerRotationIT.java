package dev.jeton.server.hub;

import static dev.jeton.server.hub.HubOperator.ISSUERS;
import static dev.jeton.server.hub.HubOperator.done;
import static dev.jeton.server.hub.HubOperator.each;
import static dev.jeton.server.hub.HubOperator.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An issuer's keys from the first to the next, and the server's own issuer beside it. */
class IssuerRotationIT {
  private static final Libp2pPrivateKey USER = Libp2pPrivateKey.random(new Random(41));

  @TempDir
  Path folder;

  @Test
  void anIssuerChangesItsKeyWhileOldTokensGoOnUntilItIsRetired() {
    String ofOwn;
    String ofNext;
    String next;
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HubOperator operator = new HubOperator(server);
      HubClient client = new HubClient(server);
      ofOwn = client.token(USER).path("token").asText();

      Answer made =
          operator.post(ISSUERS, "{'name':'chat','tokenLifetimeSeconds':3600,'default':true}");
      String secret = done(made, 201).path("issuerKey").asText();
      assertThat(secret).startsWith("bbaareq").hasSize(110);
      assertThat(made.header("ETag")).isEqualTo("\"1\"");
      String first = made.json().path("issuer").asText();
      String ofFirst = minted(client, first);
      assertThat(isValid(client, ofOwn)).isTrue();

      String keys = ISSUERS + "/chat/keys";
      assertThat(done(operator.post(keys, "{}"), 201).toString()).contains("bbaareq");
      JsonNode chat = operator.get(ISSUERS + "/chat");
      assertThat(chat.toString()).doesNotContain("bbaareq");
      assertThat(each(chat.path("keys"), "state")).containsExactly("active", "prepared");
      next = chat.path("keys").path(1).path("label").asText();
      assertThat(operator.published("")).containsExactly(first, next);
      assertThat(operator.published("?issuer=default"))
          .doesNotContain(first, next)
          .hasSize(1);
      assertThat(minted(client, first)).isNotEmpty();

      refused(
          operator.patch(ISSUERS + "/chat", "{'audience':'chat'}", "If-Match", "\"1\""),
          409,
          "stale");
      String prepared = keys + "/" + chat.path("keys").path(1).path("id").asText();
      done(operator.post(prepared + "/activate", "{'overlapSeconds':86400}"), 200);
      ofNext = minted(client, next);
      assertThat(operator.published("")).containsExactly(next, first);
      assertThat(isValid(client, ofFirst)).isTrue();

      String former = keys + "/" + chat.path("keys").path(0).path("id").asText();
      done(operator.post(former + "/retire", "{}"), 200);
      assertThat(operator.published("")).containsExactly(next);
      assertThat(isValid(client, ofFirst)).isFalse();
      assertThat(isValid(client, ofNext)).isTrue();
      assertThat(server.output()).noneMatch(line -> line.contains(secret));
    }
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HubClient client = new HubClient(server);
      assertThat(new HubOperator(server).published("")).containsExactly(next);
      assertThat(isValid(client, ofNext)).isTrue();
      assertThat(isValid(client, ofOwn)).isTrue();
      minted(client, next);
    }
  }

  @Test
  void anIssuerWithoutAKeyThatSignsIssuesNothingAlsoForAChallengeOfBefore() {
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HubOperator operator = new HubOperator(server);
      HubClient client = new HubClient(server);
      JsonNode chat = done(operator.post(ISSUERS, "{'name':'chat','default':true}"), 201);
      HubClient.Challenge before = client.challenge(USER);
      String key =
          ISSUERS + "/chat/keys/" + chat.path("keys").path(0).path("id").asText();
      done(operator.post(key + "/revoke", "{}"), 200);
      refused(client.answer(before, USER), 409, "key-ended");
      refused(
          server.post(
              HubClient.CHALLENGES, "{\"publicKey\":\"" + USER.publicKey().text() + "\"}"),
          409,
          "key-ended");
      assertThat(operator.published("?issuer=chat")).isEmpty();
      assertThat(operator.get(ISSUERS + "/chat").path("warnings").toString())
          .contains("no key signs now");
      String again = "{'issuerKey':'" + chat.path("issuerKey").asText() + "'}";
      refused(operator.post(ISSUERS + "/chat/keys", again), 409, "taken");
    }
  }

  @Test
  void theServersOwnIssuerIsAdoptedWithItsKeyAndIsNotMadeAgain() throws Exception {
    Path file = folder.resolve("data/hub-issuer.key");
    String token;
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HubOperator operator = new HubOperator(server);
      token = new HubClient(server).token(USER).path("token").asText();
      refused(operator.post(ISSUERS, "{'name':'default'}"), 409, "taken");
      String own = Files.readString(file).strip();
      Answer adopted = operator.post(ISSUERS, "{'name':'default','issuerKey':'" + own + "'}");
      assertThat(done(adopted, 201).has("issuerKey")).isFalse();
      assertThat(adopted.json().path("warnings").toString()).contains("delete that file");
      refused(operator.delete(ISSUERS + "/default"), 409, "in-use");
      assertThat(each(operator.get("/api/v1/hub/issuer").path("issuers"), "name"))
          .isEqualTo(List.of("default"));
      refused(operator.post(ISSUERS, "{'name':'other','issuerKey':'" + own + "'}"), 409, "taken");
    }
    Files.delete(file);
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      assertThat(file).doesNotExist();
      HubClient client = new HubClient(server);
      assertThat(isValid(client, token)).isTrue();
      assertThat(client.token(USER).path("issuer"))
          .isEqualTo(new HubOperator(server).get(ISSUERS + "/default").path("issuer"));
    }
  }

  @Test
  void anIssuerOfTheSettingsIsShownAndStaysAsItIs() {
    Libp2pPrivateKey key = Libp2pPrivateKey.random(new Random(42));
    Map<String, String> environment = Map.of("HUB_ISSUER_KEY", Libp2pPrivateKeys.text(key));
    try (RunningServer server = RunningServer.start(folder, environment)) {
      HubOperator operator = new HubOperator(server);
      JsonNode shown = operator.get(ISSUERS + "/default");
      assertThat(shown.path("managedBy").asText()).isEqualTo("file");
      assertThat(shown.path("issuer").asText()).isEqualTo(key.publicKey().text());
      refused(operator.patch(ISSUERS + "/default", "{'audience':'x'}"), 409, "managed-by-file");
      done(operator.post(ISSUERS, "{'name':'chat','default':true}"), 201);
      assertThat(operator.published("")).doesNotContain(key.publicKey().text());
      assertThat(operator.published("?issuer=default"))
          .containsExactly(key.publicKey().text());
    }
  }

  private static String minted(HubClient client, String issuer) {
    JsonNode token = client.token(USER);
    assertThat(token.path("issuer").asText()).isEqualTo(issuer);
    return token.path("token").asText();
  }

  private static boolean isValid(HubClient client, String token) {
    return client.verify(token, ",\"lenient\":true").path("valid").asBoolean();
  }
}
