package dev.jeton.server.revocations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Two built servers on one database: how long a token counts on the one after the other revoked it. */
class RevocationNodesIT {
  private static final int ROUNDS = 20;

  /** No more than a deadline for arriving; what it takes is reported. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** In it nodes compare once when they begin to listen and once more two seconds later. */
  private static final String RARELY = "1h";

  @TempDir
  Path folder;

  @Test
  void whatOneRevokesTheOtherRefusesByNoticeAndAfterARestart(TestReporter reporter)
      throws Exception {
    EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
    RunningServer two = null;
    try (RunningServer one = start("one", postgres)) {
      two = start("two", postgres);
      List<Long> micros = new ArrayList<>();
      String last = "";
      for (int uid = 1; uid <= ROUNDS; uid++) {
        String token = token(one, uid);
        assertThat(valid(two, token, uid)).isTrue();
        Answer answer = one.post(
            "/api/v1/revocations",
            "{\"platform\":\"agora\",\"token\":\"" + token + "\"}",
            "Authorization",
            "Bearer " + one.adminToken());
        long answered = System.nanoTime();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        boolean counts = valid(two, token, uid);
        while (counts && System.nanoTime() - answered < PATIENCE.toNanos()) {
          counts = valid(two, token, uid);
        }
        micros.add((System.nanoTime() - answered) / 1_000);
        assertThat(counts).as("round %d of %d", uid, ROUNDS).isFalse();
        last = token;
      }
      micros.sort(null);
      reporter.publishEntry(
          "revoked there until refused here, microseconds with one request more",
          "median " + micros.get(ROUNDS / 2) + ", most " + micros.get(ROUNDS - 1));
      two.kill();
      two = RunningServer.start(folder.resolve("two"), environment(postgres));
      assertThat(valid(two, last, ROUNDS)).as("after a restart").isFalse();
    } finally {
      if (two != null) {
        two.close();
      }
      postgres.close();
    }
  }

  private RunningServer start(String name, EmbeddedPostgres postgres) throws IOException {
    Path place = Files.createDirectory(folder.resolve(name));
    Path config = Files.writeString(place.resolve("jeton.yaml"), """
            agora: {app-id: 8d3f1c0a9e5b7d4e6f8a2b4c6d8e0f1a, app-certificate: 5a6b2d8f0a4c6e8b1d3f5a7c9e0b2d4f}
            store: {refresh: %s}
            """.formatted(RARELY));
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
    return RunningServer.start(place, environment(postgres));
  }

  private Map<String, String> environment(EmbeddedPostgres postgres) {
    return Map.of(
        "JETON_DB_URL",
        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
        "JETON_DB_USER",
        "postgres",
        "JETON_MASTER_KEY_FILE",
        folder.resolve("master.key").toString());
  }

  private static String token(RunningServer server, int uid) {
    Answer answer = server.post(
        "/api/v1/tokens/agora/rtc",
        "{\"channel\":\"lobby\",\"role\":\"publisher\",\"uid\":" + uid + "}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("token").asText();
  }

  private static boolean valid(RunningServer server, String token, int uid) {
    Answer answer = server.post(
        "/api/v1/verify",
        "{\"platform\":\"agora\",\"token\":\"" + token + "\",\"channel\":\"lobby\",\"uid\":" + uid
            + "}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("valid").asBoolean();
  }
}
