package dev.jeton.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.admin.AdminServer;
import dev.jeton.server.admin.LampKind;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevealWatchTest {
  @TempDir
  Path folder;

  @Test
  void tellsEachTimeWhoSawWhichKeyAndNeverTheKey() {
    try (AdminServer server =
        new AdminServer(Stores.database(Dialect.SQLITE, folder), List.of(), List.of())) {
      server.send("POST", LampKind.PATH, "{\"name\":\"desk\",\"code\":\"first-code\"}");
      String key = AdminServer.json(server.get(LampKind.PATH + "/desk"))
          .objects("codes")
          .get(0)
          .text("id");
      String reveal = LampKind.PATH + "/desk/codes/" + key + "/reveal";
      RevealWatch watch = new RevealWatch(server.reveals);
      assertThat(watch.look(server.now)).isEmpty();
      server.send("POST", reveal, "{}");
      server.now = server.now.plus(Duration.ofMinutes(1));
      server.send("POST", reveal, "{}");
      List<Condition> seen = watch.look(server.now);
      assertThat(seen)
          .extracting(Condition::key)
          .containsExactly(
              "key-revealed lamp desk, key " + key + ", at " + AdminServer.START,
              "key-revealed lamp desk, key " + key + ", at " + server.now);
      assertThat(seen.toString()).contains("operator saw it").doesNotContain("first-code");
    }
  }
}
