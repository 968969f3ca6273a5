package dev.jeton.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server answers whose database is gone. */
class OutageIT {
  private static final String PROJECTS = "/api/v1/agora/projects";

  @TempDir
  Path folder;

  @Test
  void withoutItsDatabaseItMintsAndVerifiesAndChangesNothing() throws Exception {
    EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
    Map<String, String> environment = Map.of(
        "JETON_DB_URL",
        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
        "JETON_DB_USER",
        "postgres");
    try (RunningServer server = RunningServer.start(folder, environment)) {
      String[] proof = {"Authorization", "Bearer " + server.adminToken()};
      assertThat(server.post(PROJECTS, "{\"name\":\"shop\"}", proof).status()).isEqualTo(201);
      assertThat(store(server).path("degraded").asBoolean()).isFalse();

      postgres.close();
      server.awaitLine(line -> line.contains("the database cannot be read"));

      Answer minted = server.post(
          "/api/v1/tokens/agora/rtc",
          "{\"project\":\"shop\",\"channel\":\"c\",\"uid\":7,\"role\":\"publisher\"}",
          proof);
      assertThat(minted.status()).isEqualTo(200);
      String token = minted.json().path("token").asText();
      JsonNode verdict = server
          .post(
              "/api/v1/verify",
              "{\"platform\":\"agora\",\"project\":\"shop\",\"token\":\"" + token
                  + "\",\"context\":{\"channel\":\"c\",\"uid\":7}}",
              proof)
          .json();
      assertThat(verdict.path("valid").asBoolean()).as(verdict.toString()).isTrue();
      assertThat(server.get(PROJECTS + "/shop", proof).status()).isEqualTo(200);
      Answer refused = server.post(PROJECTS, "{\"name\":\"other\"}", proof);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.json().path("code").asText()).isEqualTo("store-unavailable");
      assertThat(server.get("/q/health/ready").status()).isEqualTo(200);
      assertThat(store(server).path("degraded").asBoolean()).isTrue();
    } finally {
      postgres.close();
    }
  }

  private static JsonNode store(RunningServer server) {
    for (JsonNode check : server.get("/q/health/ready").json().path("checks")) {
      if (check.path("name").asText().equals("store")) {
        return check.path("data");
      }
    }
    throw new AssertionError("health tells nothing of the store");
  }
}
