package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.IvUse;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.Parties;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.TripleIssuer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A realm that takes only its own sets, and each once; the built server. */
class KandyTrackedIT {
  private static final String CALL = "{\"to\":\"help@example.com\"}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    Path folder = Files.createTempDirectory("jeton-server");
    Path config = Files.writeString(folder.resolve("jeton.yaml"), """
            kandy:
              realms:
                strict:
                  security-key: %s
                  to: [help@example.com]
                  issued-only: true
                  single-use: true
            """.formatted(Realms.CBC_KEY));
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
    server = RunningServer.start(folder, Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode minted(String... headers) {
    Answer answer = server.post(KandyApi.MINT, CALL, headers);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode explained(String path, String body) throws Exception {
    Answer answer = server.post(path, body, "Authorization", "Bearer " + server.adminToken());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static String verified(JsonNode set) throws Exception {
    return word(explained(
        KandyApi.VERIFY, "{\"platform\":\"kandy\"," + KandyApi.setMembers(set, set, set) + "}"));
  }

  private static String redeemed(JsonNode set) throws Exception {
    return word(explained(KandyApi.REDEEM, "{" + KandyApi.setMembers(set, set, set) + "}"));
  }

  private static String word(JsonNode verdict) {
    return verdict.path("valid").asBoolean() ? "valid" : verdict.path("code").asText();
  }

  /** A set of somebody else who has the key. */
  private static JsonNode foreign() {
    Identity help = Identity.of("help@example.com");
    Triple tokens = new TripleIssuer(Realms.key(KandyCipher.CBC), new Random(), IvUse.PER_TOKEN)
        .issue(new Parties(help, Convention.ANONYMOUS, help), Instant.now())
        .tokens();
    return JSON.createObjectNode()
        .put("accountToken", tokens.accountToken())
        .put("fromToken", tokens.fromToken())
        .put("toToken", tokens.toToken());
  }

  @Test
  void onlySetsOfThisServerCount() throws Exception {
    JsonNode own = minted();
    assertThat(verified(own)).isEqualTo("valid");
    JsonNode foreign = foreign();
    assertThat(verified(foreign)).isEqualTo("NOT_ISSUED");
    assertThat(redeemed(foreign)).isEqualTo("NOT_ISSUED");
    assertThat(redeemed(own)).isEqualTo("valid");
    JsonNode byDoor = server.get("/callparameters?callee=help@example.com").json();
    assertThat(verified(byDoor)).isEqualTo("valid");
  }

  @Test
  void oneTokenDoesNotTellWhetherItsSetWasIssuedOrUsed() throws Exception {
    String one = "{\"platform\":\"kandy\",\"token\":%s,\"context\":{\"role\":\"to\"}%s}";
    JsonNode token = minted().path("toToken");
    JsonNode strict = explained(KandyApi.VERIFY, one.formatted(token, ""));
    assertThat(word(strict)).isEqualTo("CONTEXT_MISSING");
    assertThat(strict.path("unchecked").toString()).isEqualTo("[\"issued\",\"used\"]");
    assertThat(word(explained(KandyApi.VERIFY, one.formatted(token, ",\"lenient\":true"))))
        .isEqualTo("valid");
  }

  @Test
  void ofAHundredWhoRedeemAtOnceOneWinsAndVerifyingKnowsIt() throws Exception {
    JsonNode set = minted();
    ExecutorService threads = Executors.newFixedThreadPool(25);
    try {
      List<Callable<String>> attempts = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        attempts.add(() -> redeemed(set));
      }
      List<String> words = new ArrayList<>();
      for (Future<String> attempt : threads.invokeAll(attempts)) {
        words.add(attempt.get());
      }
      assertThat(words)
          .containsOnlyOnce("valid")
          .filteredOn("ALREADY_USED"::equals)
          .hasSize(99);
    } finally {
      threads.shutdownNow();
    }
    assertThat(verified(set)).isEqualTo("ALREADY_USED");
  }

  @Test
  void aRestartForgetsNeitherSetsNorKeys() throws Exception {
    String[] key = {"Idempotency-Key", "call-1"};
    JsonNode used = minted();
    JsonNode unused = minted(key);
    assertThat(redeemed(used)).isEqualTo("valid");
    Path folder = server.folder();
    server.close();
    server = RunningServer.start(folder, Map.of());
    assertThat(minted(key)).isEqualTo(unused);
    assertThat(verified(unused)).isEqualTo("valid");
    assertThat(verified(used)).isEqualTo("ALREADY_USED");
    assertThat(redeemed(used)).isEqualTo("ALREADY_USED");
    assertThat(redeemed(unused)).isEqualTo("valid");
  }
}
