package dev.jeton.server.agora;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How an operator replaces an App Certificate while tokens of the old one are still in use. */
class RotationStoryIT {
  private static final String AN_HOUR = "{\"overlapSeconds\":3600}";
  private static final String NOW = "{}";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anOldCertificateOverlapsTheNewOneEndsAndStaysEndedAfterARestart(Dialect dialect)
      throws IOException {
    StoreSettings store = Stores.settings(dialect, folder);
    String first;
    String second;
    String third;
    try (RunningServer server = RunningServer.start(folder, Stores.environment(store))) {
      ProjectClient operator = new ProjectClient(server);
      done(201, operator.post("", "{\"name\":\"shop\"}"));
      first = operator.mint();

      JsonNode prepared = prepare(operator);
      assertThat(operator.post("/shop/certificates", NOW).json().path("code").asText())
          .isEqualTo("two-live");
      assertThat(signer(operator, operator.mint())).isEqualTo("primary");

      Instant before = Instant.now();
      JsonNode overlapping = activate(operator, prepared.path("id").asText());
      second = operator.mint();
      assertThat(signer(operator, second)).isEqualTo("primary");
      assertThat(signer(operator, first)).isEqualTo("secondary");
      assertThat(end(overlapping, "retiring"))
          .isBetween(before.plusSeconds(3599), Instant.now().plusSeconds(3600));

      retire(operator, ProjectClient.keyId(overlapping, "retiring"));
      assertValid(operator, second);
      assertRefused(operator, first);

      JsonNode rotated = done(200, operator.post("/shop/rotate", AN_HOUR));
      third = operator.mint();
      assertValid(operator, second);
      assertValid(operator, third);
      revoke(operator, ProjectClient.keyId(rotated, "retiring"));
      assertOnlyTheThirdCounts(operator, first, second, third);
    }
    try (RunningServer server = RunningServer.start(folder, Stores.environment(store))) {
      ProjectClient operator = new ProjectClient(server);
      assertOnlyTheThirdCounts(operator, first, second, third);
      assertValid(operator, operator.mint());
      assertThat(operator.get("/shop").json().path("certificates").findValuesAsText("state"))
          .containsExactlyInAnyOrder("retired", "revoked", "active");
    }
  }

  @Test
  void aSecondNodeOnTheSameDatabaseFollowsEachStep() throws Exception {
    Map<String, String> environment =
        new HashMap<>(Stores.environment(Stores.settings(Dialect.POSTGRESQL, folder)));
    environment.put("JETON_MASTER_KEY_FILE", folder.resolve("master.key").toString());
    Path here = Files.createDirectory(folder.resolve("here"));
    Path there = Files.createDirectory(folder.resolve("there"));
    try (RunningServer one = RunningServer.start(here, environment);
        RunningServer other = RunningServer.start(there, environment)) {
      ProjectClient operator = new ProjectClient(one);
      ProjectClient elsewhere = new ProjectClient(other);
      done(201, operator.post("", "{\"name\":\"shop\"}"));
      String first = operator.mint();
      awaitCode(elsewhere, first, "valid");

      JsonNode prepared = prepare(operator);
      JsonNode overlapping = activate(operator, prepared.path("id").asText());
      String second = operator.mint();
      awaitCode(elsewhere, second, "valid");
      assertThat(signer(elsewhere, elsewhere.mint())).isEqualTo("primary");
      assertValid(elsewhere, first);

      revoke(operator, ProjectClient.keyId(overlapping, "retiring"));
      awaitCode(elsewhere, first, "BAD_SIGNATURE");
      assertValid(elsewhere, second);
    }
  }

  private static JsonNode prepare(ProjectClient operator) {
    JsonNode prepared = done(201, operator.post("/shop/certificates", NOW));
    assertThat(prepared.path("certificate").asText()).matches("[0-9a-f]{32}");
    return prepared;
  }

  private static JsonNode activate(ProjectClient operator, String certificate) {
    return done(200, operator.post("/shop/certificates/" + certificate + "/activate", AN_HOUR));
  }

  private static void retire(ProjectClient operator, String certificate) {
    done(200, operator.post("/shop/certificates/" + certificate + "/retire", NOW));
  }

  private static void revoke(ProjectClient operator, String certificate) {
    done(200, operator.post("/shop/certificates/" + certificate + "/revoke", NOW));
  }

  private static JsonNode done(int status, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer.json();
  }

  private static void assertOnlyTheThirdCounts(
      ProjectClient operator, String first, String second, String third) {
    assertRefused(operator, first);
    assertRefused(operator, second);
    assertValid(operator, third);
  }

  private static void assertValid(ProjectClient operator, String token) {
    assertThat(code(operator, token)).isEqualTo("valid");
  }

  private static void assertRefused(ProjectClient operator, String token) {
    assertThat(code(operator, token)).isEqualTo("BAD_SIGNATURE");
  }

  private static String signer(ProjectClient operator, String token) {
    return operator.verdict(token).path("signedBy").asText();
  }

  private static String code(ProjectClient operator, String token) {
    JsonNode verdict = operator.verdict(token);
    return verdict.path("valid").asBoolean() ? "valid" : verdict.path("code").asText();
  }

  private static Instant end(JsonNode project, String state) {
    String id = ProjectClient.keyId(project, state);
    for (JsonNode certificate : project.path("certificates")) {
      if (certificate.path("id").asText().equals(id)) {
        return Instant.parse(certificate.path("endsAt").asText());
      }
    }
    throw new AssertionError("no end: " + project);
  }

  /** Asks again and again, since a change reaches other nodes a little later. */
  private static void awaitCode(ProjectClient operator, String token, String wanted) {
    long begin = System.nanoTime();
    String code = code(operator, token);
    while (!code.equals(wanted) && System.nanoTime() - begin < PATIENCE.toNanos()) {
      code = code(operator, token);
    }
    assertThat(code).isEqualTo(wanted);
  }
}
