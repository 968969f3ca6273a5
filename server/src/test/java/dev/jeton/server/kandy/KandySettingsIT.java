package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings make of the server. */
class KandySettingsIT {

  @Test
  void withoutARealmEveryDoorSaysWhichSettingsToGive() {
    try (RunningServer server = RunningServer.start(Map.of())) {
      for (String path : new String[] {"/callparameters", "/token?identifier=x"}) {
        Answer answer = server.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("message").asText())
            .contains("KANDY_REALM", "KANDY_SECURITY_KEY", "KANDY_CIPHER", "KANDY_TO");
      }
      Answer api = server.post("/api/v1/tokens/kandy", "{\"to\":\"help@example.com\"}");
      assertThat(api.status()).isEqualTo(404);
      assertThat(api.json().path("code").asText()).isEqualTo("no-realm");
      assertThat(server.output())
          .anyMatch(line -> line.startsWith("Kandy: no realm") && line.contains("KANDY_REALM"));
    }
  }

  @Test
  void theEnvironmentIsEnoughForOneRealmWithItsKeyInAFile(@TempDir Path folder) throws Exception {
    Path key = Files.writeString(folder.resolve("kandy.key"), Realms.CBC_KEY + "\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Map<String, String> environment = Map.of(
        "KANDY_REALM", "poc.com",
        "KANDY_SECURITY_KEY_FILE", "kandy.key",
        "KANDY_DURATION", "120",
        "KANDY_TO", "help@example.com");
    try (RunningServer server = RunningServer.start(folder, environment)) {
      Answer answer = server.get("/callparameters");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("caller").asText()).isEqualTo("sip:anonymous@invalid.com");
      assertThat(server.output())
          .anyMatch(line -> line.startsWith("Kandy: realm poc.com, cbc") && line.contains("120 s"))
          .noneMatch(line -> line.contains("legacy"));
    }
  }

  @Test
  void wrongSettingsAreAllToldAtOnceAndNoKeyIsRepeated(@TempDir Path folder) {
    String sample = "realm1-" + "secret-key";
    Map<String, String> environment = Map.of(
        "KANDY_SECURITY_KEY", sample,
        "KANDY_CIPHER", "ecb",
        "KANDY_DURATION", "1d",
        "KANDY_TO", "sip:help@example.com");
    try (RunningServer server = RunningServer.launch(folder, environment)) {
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.output())
          .anyMatch(line -> line.startsWith("kandy.realm: it is missing"))
          .anyMatch(line -> line.startsWith("kandy.security-key: it has 17 bytes, need 16"))
          .anyMatch(line -> line.startsWith("kandy.security-key: it is published"))
          .anyMatch(line -> line.startsWith("kandy.duration"))
          .anyMatch(line -> line.startsWith("kandy.to"))
          .noneMatch(line -> line.contains(sample));
    }
  }
}
