package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.store.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two built servers on one PostgreSQL. */
class SharedLimitsIT {
  private static final String[] GUESSED = {
    "Via", "1.1 proxy", "Authorization", "Bearer a-guess-0123456789-0123456789-0123456789"
  };

  @TempDir
  Path folder;

  @Test
  void whoeverGuessesAtOneServerIsKnownAtTheOther() throws Exception {
    StoreSettings store = Stores.settings(Dialect.POSTGRESQL, folder);
    Map<String, String> environment = new HashMap<>(Stores.environment(store));
    environment.put("JETON_MASTER_KEY", "jmk1_" + "A".repeat(43));
    try (RunningServer one = start("one", environment);
        RunningServer two = start("two", environment)) {
      String[] right = {"Via", "1.1 proxy", "Authorization", "Bearer " + two.adminToken()};
      assertThat(two.get("/api/v1/callers", right).status()).isEqualTo(200);
      for (int i = 0; i < 20; i++) {
        assertThat(one.get("/api/v1/callers", GUESSED).status()).isEqualTo(401);
      }
      assertThat(one.get("/api/v1/callers", GUESSED).status()).isEqualTo(429);
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      int answer = 200;
      while (answer == 200 && System.nanoTime() < end) {
        one.get("/api/v1/callers", GUESSED);
        answer = two.get("/api/v1/callers", right).status();
      }
      assertThat(answer).isEqualTo(429);
    }
  }

  private RunningServer start(String name, Map<String, String> environment) throws Exception {
    return RunningServer.start(Files.createDirectory(folder.resolve(name)), environment);
  }
}
