package dev.jeton.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.server.hub.HubClient.Challenge;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What attackers and mistaken clients get. */
class HubRefusalsIT {
  private static final Libp2pPrivateKey USER = Libp2pPrivateKey.random(new Random(21));
  private static final Libp2pPrivateKey MALLORY = Libp2pPrivateKey.random(new Random(22));
  private static final String OUTSIDE =
      "the answer to the challenge is refused: it is wrong, late, or there is no such challenge;"
          + " ask for a new one";

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
  void aChallengeIsAnsweredOnce() throws Exception {
    Challenge challenge = client.challenge(USER);
    assertThat(client.answer(challenge, USER).status()).isEqualTo(200);
    refused(client.answer(challenge, USER));
    assertThat(client.auditRows(challenge.id()))
        .hasSize(2)
        .last()
        .asString()
        .contains("\"outcome\":\"refused\"", "\"code\":\"CHALLENGE_UNKNOWN\"");
  }

  @Test
  void aWrongAnswerTakesTheChallengeAwayAndIsRecorded() throws Exception {
    Challenge challenge = client.challenge(USER);
    refused(client.answer(challenge, MALLORY));
    refused(client.answer(challenge, USER));
    assertThat(client.auditRows(challenge.id()))
        .first()
        .asString()
        .contains(
            "\"event\":\"hub-mint\"", "\"code\":\"BAD_SIGNATURE\"", "\"people\":{\"publicKey\":\"")
        .doesNotContain(USER.publicKey().text());
  }

  @Test
  void theSignatureOfAnotherChallengeIsRefused() {
    Challenge one = client.challenge(USER);
    Challenge other = client.challenge(USER);
    refused(server.post(HubClient.TOKENS, HubClient.answer(other.id(), one.signedBy(USER))));
  }

  @Test
  void anotherCallerCannotAnswerAndDoesNotSpoilTheChallenge() {
    Challenge challenge = client.challenge(USER);
    Answer stolen = client.answer(challenge, USER, client.operator());
    assertThat(stolen.status()).isEqualTo(403);
    assertThat(stolen.json().path("code").asText()).isEqualTo("CHALLENGE_UNKNOWN");
    assertThat(client.answer(challenge, USER).status()).isEqualTo(200);
  }

  @Test
  void whoMayExplainLearnsTheExactReason() {
    String[] operator = client.operator();
    Answer answer = client.answer(client.challenge(USER, operator), MALLORY, operator);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("code").asText()).isEqualTo("BAD_SIGNATURE");
    assertThat(answer.json().path("detail").asText())
        .isEqualTo("the owner of the public key did not sign this challenge");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The identity point: one signature of it holds for every message.
        "baeabcaab | wrong-public-key | publicKey must be a libp2p public key",
        "bnonsense! | wrong-public-key | publicKey must be a libp2p public key",
        "'' | wrong-public-key | it is empty",
      })
  void aKeyThatIsNoneGetsNoChallenge(String key, String code, String detail) {
    problem(
        server.post(HubClient.CHALLENGES, "{\"publicKey\":\"" + key + "\"}"), 400, code, detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0100000000000000000000000000000000000000000000000000000000000080",
      })
  void aKeyUnderWhichAnybodyCanForgeGetsNoChallenge(String point) {
    Answer answer = server.post(HubClient.CHALLENGES, "{\"publicKey\":\"f08011220" + point + "\"}");
    problem(answer, 400, "weak-key", "publicKey must be a libp2p public key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 400 | missing-member | publicKey is missing",
        "{\"publicKey\":null} | 400 | missing-member | publicKey is missing",
        "{\"publicKey\":7} | 400 | wrong-member | publicKey must be a text, not 7",
        "{\"publicKey\":[\"b\"]} | 400 | wrong-member | publicKey must be a text, not a list",
        "{\"pubKey\":\"b\"} | 400 | unknown-member | did you mean publicKey?",
        "{\"publicKey\":\"KEY\",\"issuer\":\"x\"} | 404 | unknown-issuer | no Hub issuer",
        "[] | 400 | malformed-json | one JSON object",
      })
  void aWrongRequestForAChallengeIsToldWhatIsWrong(
      String body, int status, String code, String detail) {
    problem(
        server.post(HubClient.CHALLENGES, body.replace("KEY", USER.publicKey().text())),
        status,
        code,
        detail);
  }

  @Test
  void aKeyOfAMegabyteIsNotRead() {
    problem(
        server.post(HubClient.CHALLENGES, "{\"publicKey\":\"" + "b".repeat(1 << 20) + "\"}"),
        413,
        "body-too-large",
        "");
    problem(
        server.post(HubClient.CHALLENGES, "{\"publicKey\":\"" + "b".repeat(5000) + "\"}"),
        400,
        "wrong-public-key",
        "longer than 4096 characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | missing-member | signature is missing",
        "[1,2,3] | wrong-member | signature must be a text, not a list",
        "{\"type\":\"Buffer\",\"data\":[1]} | wrong-member | signature must be a text, not an object",
        "7 | wrong-member | signature must be a text, not 7",
        "\"\" | wrong-member | base64, base64url or hex",
        "\"not base64\" | wrong-member | base64, base64url or hex",
        "\"AA=\" | wrong-member | base64, base64url or hex",
        "\"AB==\" | wrong-member | base64, base64url or hex",
        "\"ab+_\" | wrong-member | base64, base64url or hex",
        "\"LONG\" | wrong-member | at most 2048 characters",
      })
  void whatIsNoSignatureTextIsToldAndCostsNoChallenge(
      String signature, String code, String detail) {
    Challenge challenge = client.challenge(USER);
    String body = "{\"challengeId\":\"" + challenge.id() + "\",\"signature\":"
        + signature.replace("LONG", "ab".repeat(1025)) + "}";
    problem(server.post(HubClient.TOKENS, body), 400, code, detail);
    assertThat(client.answer(challenge, USER).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "../../../../etc/passwd", "aaaaaaaaaaaaaaaaaaaaa!"})
  void whatIsNoChallengeIdIsTold(String id) {
    problem(
        server.post(HubClient.TOKENS, HubClient.answer(id, "AAAA")),
        400,
        "wrong-member",
        "challengeId must be the 22 characters");
  }

  @Test
  void aChallengeThatNeverWasLooksLikeAWrongAnswer() {
    refused(server.post(HubClient.TOKENS, HubClient.answer("a".repeat(22), "AAAA")));
  }

  @Test
  void strangersGetNoChallengeAndForeignPagesNeither() throws Exception {
    String body = "{\"publicKey\":\"" + USER.publicKey().text() + "\"}";
    assertThat(server.post(HubClient.CHALLENGES, body, "Via", "1.1 proxy").status())
        .isEqualTo(401);
    assertThat(server
            .post(HubClient.CHALLENGES, body, "Origin", "https://evil.example")
            .status())
        .isEqualTo(403);
    assertThat(server.get("/hub/jwks.json", "Via", "1.1 proxy").status()).isEqualTo(200);
  }

  private static void refused(Answer answer) {
    problem(answer, 403, "challenge-refused", OUTSIDE);
  }

  private static void problem(Answer answer, int status, String code, String detail) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    JsonNode json = answer.json();
    assertThat(json.path("code").asText()).isEqualTo(code);
    assertThat(json.path("detail").asText()).contains(detail);
  }
}
