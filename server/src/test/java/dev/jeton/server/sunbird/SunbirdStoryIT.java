package dev.jeton.server.sunbird;

import static dev.jeton.server.sunbird.SunbirdOperator.CONSUMERS;
import static dev.jeton.server.sunbird.SunbirdOperator.CREDENTIALS;
import static dev.jeton.server.sunbird.SunbirdOperator.GROUPS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a credential, from its groups to the end of its first secret. */
class SunbirdStoryIT {
  private static final String FIRST = CREDENTIALS + "/first";
  private static final String TWO_GROUPS = "[\"contentAccess\",\"userAdmin\"]";

  @TempDir
  Path folder;

  @Test
  void aCredentialIsMadeRotatedWithAnOverlapRetiredAndTheSameAfterARestart() throws IOException {
    String old;
    String current;
    String oldSecret;
    String newSecret;
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      SunbirdOperator operator = new SunbirdOperator(server);
      operator.made(GROUPS, "{\"code\":\"contentAccess\",\"title\":\"Read content\"}");
      operator.made(GROUPS, "{\"code\":\"userAdmin\",\"environment\":\"qa\"}");
      operator.made(CONSUMERS, "{\"username\":\"app-1\",\"groups\":" + TWO_GROUPS + "}");
      JsonNode made = operator.made(CREDENTIALS, "{\"name\":\"first\",\"consumer\":\"app-1\"}");
      assertThat(made.path("key").asText()).matches("[0-9a-f]{32}");
      assertThat(made.path("groups").toString()).isEqualTo(TWO_GROUPS);
      oldSecret = made.path("secret").asText();
      assertThat(oldSecret).matches("[A-Za-z0-9]{64}");
      assertThat(operator.get(FIRST).toString()).doesNotContain(oldSecret);
      assertThat(operator.get(CREDENTIALS + "?search=FIR").at("/items/0/key"))
          .isEqualTo(made.path("key"));

      old = operator.minted(made.path("key").asText());
      JsonNode valid = operator.verified(old);
      assertThat(valid.path("valid").asBoolean()).as(valid.toString()).isTrue();
      assertThat(valid.path("credential").asText()).isEqualTo("first");
      assertThat(valid.path("consumer").asText()).isEqualTo("app-1");
      assertThat(valid.path("groups").toString()).isEqualTo(TWO_GROUPS);

      Answer rotated =
          operator.post(FIRST + "/rotate", "{\"overlapSeconds\":7200}", "If-Match", "\"1\"");
      assertThat(rotated.status()).as(rotated.body()).isEqualTo(200);
      newSecret = rotated.json().path("secret").asText();
      assertThat(newSecret).isNotEmpty().isNotEqualTo(oldSecret);
      assertThat(rotated.json().path("secrets").findValuesAsText("state"))
          .containsExactly("retiring", "active");
      current = operator.minted("first");
      assertThat(operator.verdict(old)).isEqualTo("valid");
      assertThat(operator.verdict(current)).isEqualTo("valid");

      String retire = FIRST + "/secrets/" + rotated.json().at("/secrets/0/id").asText() + "/retire";
      operator.refused(
          operator.post(retire, "{}", "If-Match", "\"1\""), 409, "stale", "changed it at");
      assertThat(operator.post(retire, "{}").status()).isEqualTo(200);
      assertThat(operator.verdict(old)).isEqualTo("BAD_SIGNATURE");
      assertThat(operator.verdict(current)).isEqualTo("valid");
    }
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      SunbirdOperator operator = new SunbirdOperator(server);
      assertThat(operator.verdict(old)).isEqualTo("BAD_SIGNATURE");
      assertThat(operator.verdict(current)).isEqualTo("valid");
      assertThat(operator.verdict(operator.minted("first"))).isEqualTo("valid");
      assertThat(server.output())
          .anyMatch(line -> line.startsWith("Sunbird: credential first, key "))
          .noneMatch(line -> line.contains(oldSecret) || line.contains(newSecret));
    }
    assertThatNoFileHas(oldSecret, newSecret);
  }

  /** Neither database nor audit nor anything else below the server's folder. */
  private void assertThatNoFileHas(String... secrets) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain(secrets);
      }
    }
  }
}
