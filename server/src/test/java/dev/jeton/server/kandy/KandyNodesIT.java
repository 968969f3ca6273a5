package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.server.audit.PersonRows;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.IvUse;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.Parties;
import dev.jeton.tokens.kandy.SecurityKey;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.TripleIssuer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two built servers on one database: what one issues and uses up, the other knows. */
class KandyNodesIT {
  private static final String STRICT = "{\"realm\":\"strict\",\"to\":\"help@example.com\"}";
  private static final String USUAL =
      "{\"to\":\"help@example.com\",\"account\":\"line-7@example.com\"}";
  private static final String[] KEY = {"Idempotency-Key", "call-7"};
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir
  Path folder;

  private RunningServer start(String name, EmbeddedPostgres postgres) throws IOException {
    Path place = Files.createDirectory(folder.resolve(name));
    Path config = Files.writeString(
        place.resolve("jeton.yaml"), """
            kandy:
              realms:
                usual:
                  security-key: %s
                  to: [help@example.com]
                  account: [line-7@example.com]
                  default: true
                strict:
                  security-key: %s
                  to: [help@example.com]
                  issued-only: true
            """.formatted(Realms.CBC_KEY, Realms.OTHER_CBC_KEY));
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
    return RunningServer.start(
        place,
        Map.of(
            "JETON_DB_URL",
            "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
            "JETON_DB_USER",
            "postgres",
            "JETON_MASTER_KEY_FILE",
            folder.resolve("master.key").toString()));
  }

  @Test
  void whatOneIssuesAndUsesUpTheOtherKnowsAndWithoutTheDatabaseNothingIsGuessed() throws Exception {
    EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
    try (RunningServer one = start("one", postgres);
        RunningServer two = start("two", postgres)) {
      Answer first = one.post(KandyApi.MINT, USUAL, KEY);
      assertThat(first.status()).as(first.body()).isEqualTo(200);
      assertThat(two.post(KandyApi.MINT, USUAL, KEY).body()).isEqualTo(first.body());
      assertThat(rows(one)).hasSize(1);
      assertThat(rows(two)).isEmpty();

      JsonNode set = minted(one, STRICT);
      assertThat(redeemedByHundred(List.of(one, two), set)).isOne();

      JsonNode kept = minted(one, STRICT);
      String[] once = {"Idempotency-Key", "redeem-1"};
      Answer redeemed = redeemed(one, kept, once);
      assertThat(redeemed.json().path("valid").asBoolean()).as(redeemed.body()).isTrue();
      assertThat(redeemed(two, kept, once).body()).isEqualTo(redeemed.body());
      assertThat(redeemed(two, kept).json().path("valid").asBoolean()).isFalse();
      assertThat(redeemed(two, minted(one, STRICT), once).status()).isEqualTo(422);

      JsonNode other = minted(one, STRICT);
      long begin = System.nanoTime();
      String word = verified(two, other);
      while (!word.equals("valid") && System.nanoTime() - begin < PATIENCE.toNanos()) {
        word = verified(two, other);
      }
      assertThat(word).isEqualTo("valid");
      assertThat(verified(two, foreign())).isEqualTo("NOT_ISSUED");

      postgres.close();
      two.awaitLine(line -> line.contains("the database cannot be read"));
      assertThat(verified(two, other)).as("it is in memory").isEqualTo("valid");
      assertThat(verified(two, foreign())).isEqualTo("CONTEXT_MISSING");
      assertThat(two.post(KandyApi.MINT, USUAL).status()).isEqualTo(200);
      assertUnavailable(two.post(KandyApi.MINT, STRICT));
      assertUnavailable(two.post(KandyApi.MINT, USUAL, KEY));
      assertUnavailable(two.post(KandyApi.REDEEM, body(other)));
      Answer door = two.get("/callparameters?realm=strict");
      assertThat(door.status()).isEqualTo(503);
      assertThat(door.header("Retry-After")).isNotEmpty();
    } finally {
      postgres.close();
    }
  }

  private static void assertUnavailable(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.json().path("code").asText()).isEqualTo("store-unavailable");
    assertThat(answer.header("Retry-After")).isNotEmpty();
  }

  private static List<String> rows(RunningServer server) throws IOException {
    return PersonRows.in(server.folder().resolve("data"), "line-7@example.com");
  }

  private static JsonNode minted(RunningServer server, String body) {
    Answer answer = server.post(KandyApi.MINT, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static String body(JsonNode set) {
    return "{\"realm\":\"strict\"," + KandyApi.setMembers(set, set, set) + "}";
  }

  private static Answer redeemed(RunningServer server, JsonNode set, String... headers) {
    return server.post(KandyApi.REDEEM, body(set), headers);
  }

  private static String verified(RunningServer server, JsonNode set) throws IOException {
    Answer answer = server.post(
        KandyApi.VERIFY,
        "{\"platform\":\"kandy\"," + body(set).substring(1),
        "Authorization",
        "Bearer " + server.adminToken());
    JsonNode verdict = answer.json();
    return verdict.path("valid").asBoolean() ? "valid" : verdict.path("code").asText();
  }

  /** How many of a hundred who redeem it at once, on all servers, are told that it is valid. */
  private static int redeemedByHundred(List<RunningServer> servers, JsonNode set) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(100);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<Answer>> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        RunningServer server = servers.get(i % servers.size());
        String[] proof = {"Authorization", "Bearer " + server.adminToken()};
        all.add(threads.submit(() -> {
          start.await();
          return server.post(KandyApi.REDEEM, body(set), proof);
        }));
      }
      start.countDown();
      int valid = 0;
      for (Future<Answer> each : all) {
        assertThat(each.get().status()).isEqualTo(200);
        valid += each.get().json().path("valid").asBoolean() ? 1 : 0;
      }
      return valid;
    } finally {
      threads.shutdownNow();
    }
  }

  /** A set of somebody else who has the strict realm's key. */
  private static JsonNode foreign() {
    SecurityKey key = SecurityKey.of(KandyCipher.CBC, Secret.ofText(Realms.OTHER_CBC_KEY));
    Identity help = Identity.of("help@example.com");
    Triple tokens = new TripleIssuer(key, new Random(), IvUse.PER_TOKEN)
        .issue(new Parties(help, Convention.ANONYMOUS, help), Instant.now())
        .tokens();
    return new ObjectMapper()
        .createObjectNode()
        .put("accountToken", tokens.accountToken())
        .put("fromToken", tokens.fromToken())
        .put("toToken", tokens.toToken());
  }
}
