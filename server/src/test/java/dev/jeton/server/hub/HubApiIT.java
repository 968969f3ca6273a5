package dev.jeton.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.NodeProcess;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.server.hub.HubClient.Challenge;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.Expected;
import dev.jeton.tokens.hub.HubVerifier;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import dev.jeton.tokens.hub.VerifiedHubToken;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /api/v1} for Hub, with a key of the server's own. */
class HubApiIT {
  private static final Libp2pPrivateKey USER = Libp2pPrivateKey.random(new Random(11));

  @TempDir
  static Path folder;

  private static RunningServer server;
  private static HubClient client;

  @BeforeAll
  static void start() {
    server = RunningServer.start(folder, Map.of());
    client = new HubClient(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whoSignsTheChallengeGetsATokenOfTheIdentity() throws Exception {
    Challenge challenge = client.challenge(USER);
    assertThat(challenge.bytes()).hasSize(32);
    assertThat(Duration.between(Instant.now(), Instant.parse(challenge.expiresAt())))
        .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    Answer answer = client.answer(challenge, USER);
    JsonNode json = answer.json();
    assertThat(json.path("identity").asText()).isEqualTo(USER.publicKey().text());
    Instant issued = Instant.parse(json.path("issuedAt").asText());
    assertThat(issued.plus(Duration.ofHours(24)))
        .isEqualTo(json.path("expiresAt").asText());
    assertThat(answer.header("Jeton-Expires-At"))
        .isEqualTo(json.path("expiresAt").asText());
    assertThat(answer.header("Jeton-Renew-At")).isEqualTo(json.path("renewAt").asText());
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");

    VerifiedHubToken token = verified(json);
    assertThat(token.identity()).isEqualTo(USER.publicKey());
    assertThat(token.expiresAt()).contains(Instant.parse(json.path("expiresAt").asText()));
    assertThat(client.auditRows(challenge.id()))
        .singleElement()
        .asString()
        .contains(
            "\"event\":\"hub-mint\"",
            "\"outcome\":\"minted\"",
            "\"people\":{\"publicKey\":\"",
            "\"issuer\":\"" + json.path("issuer").asText(),
            "\"jti\":\"" + token.id().orElseThrow(),
            "\"expiresAt\":\"" + json.path("expiresAt").asText())
        .doesNotContain(json.path("token").asText(), USER.publicKey().text());
  }

  @Test
  void theSignatureMayBeHexOrBase64InEitherAlphabet() {
    for (String spelling : List.of("hex", "HEX", "base64", "base64 bare", "url", "url padded")) {
      Challenge challenge = client.challenge(USER);
      byte[] signature = USER.sign(challenge.bytes());
      HexFormat hex = HexFormat.of();
      String text =
          switch (spelling) {
            case "hex" -> hex.formatHex(signature);
            case "HEX" -> hex.withUpperCase().formatHex(signature);
            case "base64" -> Base64.getEncoder().encodeToString(signature);
            case "base64 bare" -> Base64.getEncoder().withoutPadding().encodeToString(signature);
            case "url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
            default -> Base64.getUrlEncoder().encodeToString(signature);
          };
      Answer answer = server.post(HubClient.TOKENS, HubClient.answer(challenge.id(), text));
      assertThat(answer.status()).as(spelling).isEqualTo(200);
    }
  }

  @Test
  void everySpellingOfAKeyIsTheSameIdentity() {
    byte[] message = HexFormat.of()
        .parseHex("08011220" + HexFormat.of().formatHex(USER.publicKey().data()));
    Challenge challenge = client.challenge("f" + HexFormat.of().formatHex(message));
    assertThat(client.answer(challenge, USER).json().path("identity").asText())
        .isEqualTo(USER.publicKey().text());
  }

  @Test
  void theNpmPackageSignsChallengesToo() throws Exception {
    String seed = "0b".repeat(31) + "0c";
    JsonNode known =
        NodeProcess.ask("hub.js", Map.of("op", "identity", "seed", seed, "message", ""));
    Challenge challenge = client.challenge(known.path("public").asText());
    JsonNode signed = NodeProcess.ask(
        "hub.js",
        Map.of(
            "op",
            "identity",
            "seed",
            seed,
            "message",
            HexFormat.of().formatHex(challenge.bytes())));
    Answer answer = server.post(
        HubClient.TOKENS,
        HubClient.answer(challenge.id(), signed.path("signature").asText()));
    assertThat(answer.json().path("identity")).isEqualTo(known.path("public"));
  }

  @Test
  void aServiceThatKnowsNothingButTheKeysVerifiesTheToken() throws Exception {
    Answer keys = server.get("/hub/jwks.json");
    assertThat(keys.status()).isEqualTo(200);
    assertThat(keys.response().headers().allValues("Cache-Control"))
        .containsExactly("public, max-age=300");
    JsonNode key = keys.json().path("keys").get(0);
    assertThat(key.path("kty").asText()).isEqualTo("OKP");
    assertThat(key.path("crv").asText()).isEqualTo("Ed25519");
    assertThat(key.has("d")).isFalse();

    JsonNode minted = client.token(USER);
    assertThat(key.path("kid")).isEqualTo(minted.path("issuer"));
    JsonNode read = NodeProcess.ask(
        "hub-jwks.mjs", Map.of("token", minted.path("token").asText(), "jwks", keys.json()));
    assertThat(read.at("/claims/sub").asText()).isEqualTo(USER.publicKey().text());
    assertThat(read.at("/claims/aud").asText()).isEqualTo("hub");
    String other = Libp2pPrivateKeys.token(USER, USER);
    assertThat(NodeProcess.ask("hub-jwks.mjs", Map.of("token", other, "jwks", keys.json()))
            .path("error")
            .asText())
        .isEqualTo("ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
  }

  @Test
  void aBatchHasOneAnswerForEachChallenge() {
    Challenge one = client.challenge(USER);
    Challenge other = client.challenge(USER);
    String body = "[%s,%s,{\"platform\":\"hub\"}]"
        .formatted(item(one, one.signedBy(USER)), item(other, one.signedBy(USER)));
    Answer answer = server.post("/api/v1/tokens/batch", body);
    assertThat(answer.json().findValuesAsText("status")).containsExactly("200", "403", "400");
    assertThat(answer.json().get(1).path("code").asText()).isEqualTo("challenge-refused");
  }

  @Test
  void aRepeatedRequestGetsTheSameTokenAndOneAuditRow() throws Exception {
    Challenge challenge = client.challenge(USER);
    String[] key = {"Idempotency-Key", "hub-1"};
    Answer first = client.answer(challenge, USER, key);
    Answer again = client.answer(challenge, USER, key);
    assertThat(first.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(client.auditRows(challenge.id())).hasSize(1);

    assertThat(client.answer(challenge, USER).status()).isEqualTo(403);
    assertThat(client.answer(challenge, USER, "Idempotency-Key", "hub-2").status())
        .isEqualTo(403);
  }

  @Test
  void aRepeatedBatchRefusesAgainWhatItRefusedBefore() throws Exception {
    Challenge challenge = client.challenge(USER);
    Challenge other = client.challenge(USER);
    String right = item(challenge, challenge.signedBy(USER));
    String body = "[%s,%s,%s,%s]"
        .formatted(
            item(other, challenge.signedBy(USER)), right, right, item(other, other.signedBy(USER)));
    String[] key = {"Idempotency-Key", "hub-3"};
    Answer first = server.post("/api/v1/tokens/batch", body, key);
    assertThat(first.json().findValuesAsText("status")).containsExactly("403", "200", "403", "403");
    assertThat(server.post("/api/v1/tokens/batch", body, key).body()).isEqualTo(first.body());
    assertThat(client.auditRows(challenge.id())).hasSize(2);
  }

  @Test
  void ofManyAnswersAtOnceOneGetsTheToken() {
    Challenge challenge = client.challenge(USER);
    List<Integer> statuses = IntStream.range(0, 16)
        .parallel()
        .mapToObj(i -> client.answer(challenge, USER).status())
        .toList();
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 403).hasSize(15);
  }

  @Test
  void oneCallerHasAShareOfTheRoomAndLeavesTheRestToOthers() {
    String[] operator = client.operator();
    IntStream.range(0, Challenges.MOST_OF_ONE)
        .parallel()
        .forEach(i -> client.challenge(USER, operator));
    Answer oneMore = server.post(
        HubClient.CHALLENGES, "{\"publicKey\":\"" + USER.publicKey().text() + "\"}", operator);
    assertThat(oneMore.status()).isEqualTo(429);
    assertThat(oneMore.json().path("code").asText()).isEqualTo("too-many-challenges");
    assertThat(client.answer(client.challenge(USER), USER).status()).isEqualTo(200);
  }

  @Test
  void verifyAsksForTheAudienceUnlessItIsLenient() {
    JsonNode minted = client.token(USER);
    String token = minted.path("token").asText();
    JsonNode strict = client.verify(token, "");
    assertThat(strict.path("code").asText()).isEqualTo("CONTEXT_MISSING");
    assertThat(strict.path("unchecked").toString()).isEqualTo("[\"audience\"]");
    JsonNode lenient = client.verify(token, ",\"lenient\":true");
    assertThat(lenient.path("valid").asBoolean()).isTrue();
    assertThat(lenient.path("unchecked").toString()).isEqualTo("[\"audience\"]");
    JsonNode full =
        client.verify(token, ",\"context\":{\"audience\":\"hub\",\"issuer\":\"default\"}");
    assertThat(full.path("valid").asBoolean()).isTrue();
    assertThat(full.path("unchecked")).isEmpty();
    assertThat(full.path("identity").asText()).isEqualTo(USER.publicKey().text());
    assertThat(full.path("issuer")).isEqualTo(minted.path("issuer"));
    assertThat(full.path("expiresAt")).isEqualTo(minted.path("expiresAt"));
  }

  @Test
  void verifyRefusesWhatIsForOthersOrOfOthers() {
    String token = client.token(USER).path("token").asText();
    assertThat(client
            .verify(token, ",\"context\":{\"audience\":\"chat\"}")
            .path("code")
            .asText())
        .isEqualTo("AUDIENCE_MISMATCH");
    String foreign = Libp2pPrivateKeys.token(USER, USER);
    assertThat(client.verify(foreign, ",\"lenient\":true").path("code").asText())
        .isEqualTo("ISSUER_MISMATCH");
    assertThat(client
            .verify(foreign, ",\"lenient\":true,\"context\":{\"issuer\":\"default\"}")
            .path("code")
            .asText())
        .isEqualTo("BAD_SIGNATURE");
    assertThat(client.verify("nonsense", "").path("code").asText()).isEqualTo("MALFORMED");
    String body = "{\"platform\":\"hub\",\"token\":\"%s\"}".formatted(foreign);
    assertThat(server.post("/api/v1/verify", body).body())
        .isEqualTo("{\"valid\":false,\"reason\":\"invalid\"}");
    for (String any : new String[] {token, "nonsense"}) {
      JsonNode answer = client.verify(any, ",\"context\":{\"issuer\":\"other\"}");
      assertThat(answer.path("code").asText()).isEqualTo("unknown-issuer");
    }
  }

  @Test
  void inspectShowsWhatStandsInAnyIdentityToken() {
    String foreign = Libp2pPrivateKeys.token(USER, USER);
    JsonNode seen =
        server.post("/api/v1/inspect", "{\"token\":\"" + foreign + "\"}").json();
    assertThat(seen.path("platform").asText()).isEqualTo("hub");
    assertThat(seen.path("certain").asBoolean()).isTrue();
    assertThat(seen.path("verified").asBoolean()).isFalse();
    assertThat(seen.path("identity").asText()).isEqualTo(USER.publicKey().text());
    assertThat(seen.path("issuer").asText()).isEqualTo(USER.publicKey().text());
    assertThat(seen.path("algorithm").asText()).isEqualTo("Ed25519");
  }

  @Test
  void theListOfIssuersIsForTheOperator() {
    assertThat(server.get("/api/v1/hub/issuer").status()).isEqualTo(401);
    JsonNode issuer = server.get("/api/v1/hub/issuer", client.operator()).json().at("/issuers/0");
    assertThat(issuer.path("name").asText()).isEqualTo("default");
    assertThat(issuer.path("default").asBoolean()).isTrue();
    assertThat(issuer.path("tokenForm").asText()).isEqualTo("default");
    assertThat(issuer.path("lifetimeSeconds").asLong()).isEqualTo(86_400);
    assertThat(issuer.path("issuer")).isEqualTo(client.token(USER).path("issuer"));
  }

  @Test
  void theMetricsCountWhatBecomesOfChallenges() {
    client.token(USER);
    assertThat(server.get("/q/metrics").body())
        .contains(
            "jeton_hub_challenges_issued_total",
            "jeton_hub_challenges_answered_total",
            "jeton_hub_challenges_timed_out_total",
            "jeton_hub_challenges_wrong_total",
            "jeton_hub_challenges_stray_total",
            "jeton_hub_challenges_waiting");
  }

  private static String item(Challenge challenge, String signature) {
    return "{\"platform\":\"hub\","
        + HubClient.answer(challenge.id(), signature).substring(1);
  }

  private static VerifiedHubToken verified(JsonNode minted) {
    Libp2pPublicKey issuer = ((Outcome.Accepted<Libp2pPublicKey>)
            Libp2pPublicKey.parse(minted.path("issuer").asText()))
        .value();
    Outcome<VerifiedHubToken> outcome = HubVerifier.of(issuer)
        .verify(minted.path("token").asText(), Expected.at(Instant.now()).audience("hub"));
    return ((Outcome.Accepted<VerifiedHubToken>) outcome).value();
  }
}
