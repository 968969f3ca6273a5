package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.store.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two built servers on one PostgreSQL and one Redis. */
class SharedRedisIT {
  private static final String PASSWORD = "a-password-of-redis-0123456789";
  private static final String[] GUESSED = {
    "Via", "1.1 proxy", "Authorization", "Bearer a-guess-0123456789-0123456789-0123456789"
  };

  @TempDir
  Path folder;

  @Test
  void twoServersCountTogetherAndEachByItselfWhileRedisIsGone() throws Exception {
    StoreSettings store = Stores.settings(Dialect.POSTGRESQL, folder);
    Map<String, String> environment = new HashMap<>(Stores.environment(store));
    environment.put("JETON_MASTER_KEY", "jmk1_" + "A".repeat(43));
    try (RunningRedis redis = RunningRedis.start(folder, "--requirepass", PASSWORD)) {
      Path url = folder.resolve("redis.url");
      Files.writeString(url, "redis://:" + PASSWORD + "@127.0.0.1:" + redis.port() + "/1\n");
      Files.setPosixFilePermissions(url, PosixFilePermissions.fromString("rw-------"));
      environment.put("JETON_LIMITS_REDIS_FILE", url.toString());
      try (RunningServer one = start("one", environment);
          RunningServer two = start("two", environment)) {
        countTogether(one, two);
        redis.kill();
        one.awaitLine(line -> line.contains("each counts by itself"));
        assertThat(degraded(one)).isTrue();
        assertThat(one.get("/q/metrics").body()).contains("jeton_limits_degraded 1.0");
        redis.startAgain();
        one.awaitLine(line -> line.contains("limits count for all nodes again"));
        assertThat(degraded(one)).isFalse();
        assertThat(one.output()).noneMatch(line -> line.contains(PASSWORD));
      }
    }
  }

  private static void countTogether(RunningServer one, RunningServer two) throws Exception {
    String[] right = {"Via", "1.1 proxy", "Authorization", "Bearer " + two.adminToken()};
    assertThat(two.get("/api/v1/callers", right).status()).isEqualTo(200);
    for (int i = 0; i < 20; i++) {
      assertThat(one.get("/api/v1/callers", GUESSED).status()).isEqualTo(401);
    }
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    int answer = 200;
    while (answer == 200 && System.nanoTime() < end) {
      one.get("/api/v1/callers", GUESSED);
      answer = two.get("/api/v1/callers", right).status();
    }
    assertThat(answer).isEqualTo(429);
  }

  private static boolean degraded(RunningServer server) {
    for (var check : server.get("/q/health/ready").json().path("checks")) {
      if (check.path("name").asText().equals("limits")) {
        return check.path("data").path("degraded").asBoolean();
      }
    }
    throw new AssertionError("limits are not among the checks");
  }

  private RunningServer start(String name, Map<String, String> environment) throws Exception {
    return RunningServer.start(Files.createDirectory(folder.resolve(name)), environment);
  }
}
