package dev.jeton.server.sunbird;

import static dev.jeton.server.sunbird.SunbirdServer.KEY;
import static dev.jeton.server.sunbird.SunbirdServer.MINT;
import static dev.jeton.server.sunbird.SunbirdServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings make of the server. */
class SunbirdSettingsIT {
  @TempDir
  Path folder;

  @Test
  void withoutACredentialTheAnswerNamesTheSettings() {
    try (RunningServer server = RunningServer.start(Map.of())) {
      Answer answer = server.post(MINT, "{}");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json().path("code").asText()).isEqualTo("no-credential");
      assertThat(answer.json().path("detail").asText())
          .contains("SUNBIRD_KEY", "SUNBIRD_SECRET_FILE", "jeton.yaml");
      assertThat(server.output())
          .anyMatch(line -> line.startsWith("Sunbird: no credential; set SUNBIRD_KEY"));
    }
  }

  @Test
  void theStartTellsWhatIsLegacyAndWhatMayHaveNoEnd() throws Exception {
    try (SunbirdServer server = SunbirdServer.start()) {
      assertThat(server.running().output())
          .contains(
              "Sunbird: credential main, key " + KEY + ", HS256 (default)",
              "Sunbird: credential old, key app-4711, HS256, legacy profile: takes tokens without an"
                  + " end, mints tokens without an end (no-expiry)",
              "Sunbird: credential seen, key seen-key, ES256, verifies only")
          .noneMatch(line -> line.contains(SECRET));
    }
  }

  @Test
  void aSecretFromAFileMakesTheCredentialThatNeedsNoName() throws Exception {
    SunbirdServer.secret(folder.resolve("secret"), SECRET + "\n");
    Map<String, String> environment = Map.of("SUNBIRD_KEY", KEY, "SUNBIRD_SECRET_FILE", "secret");
    try (RunningServer server = RunningServer.start(folder, environment)) {
      Answer answer = server.post(MINT, "{}");
      assertThat(answer.json().path("credential").asText()).isEqualTo("default");
    }
  }

  @Test
  void withSeveralAndNoDefaultACallerHasToNameOne() throws Exception {
    SunbirdServer.secret(folder.resolve("jeton.yaml"), """
        sunbird:
          credentials:
            a: {key: key-a, secret: %s}
            b: {key: key-b, secret: %s}
        """.formatted(SECRET, SECRET));
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      Answer answer = server.post(MINT, "{}");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("code").asText()).isEqualTo("key-needed");
      assertThat(server.post(MINT, "{\"key\":\"b\"}").status()).isEqualTo(200);
      assertThat(server.post(MINT, "{\"key\":\"key-a\"}").status()).isEqualTo(200);
    }
  }

  @Test
  void publishedSecretsAndWrongSettingsAreAllToldAtOnceAndNotRepeated() {
    String published = "e71829C351aa4242" + "c2719cbfbe671c09";
    Map<String, String> environment =
        Map.of("SUNBIRD_SECRET", published, "SUNBIRD_ALGORITHM", "none", "SUNBIRD_PROFILE", "lax");
    try (RunningServer server = RunningServer.launch(folder, environment)) {
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.output())
          .anyMatch(line -> line.startsWith("sunbird.key: it is missing"))
          .anyMatch(line -> line.startsWith("sunbird.secret") && line.contains("published"))
          .anyMatch(line -> line.startsWith("sunbird.algorithm"))
          .anyMatch(line -> line.startsWith("sunbird.profile"))
          .noneMatch(line -> line.contains(published));
    }
  }
}
