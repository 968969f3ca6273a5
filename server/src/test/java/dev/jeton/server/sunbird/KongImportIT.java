package dev.jeton.server.sunbird;

import static dev.jeton.server.sunbird.SunbirdOperator.CONSUMERS;
import static dev.jeton.server.sunbird.SunbirdOperator.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.ImportClient;
import dev.jeton.server.RunningServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KongImportIT {
  private static final String KEY = "7d20f8c1b3a94e56";
  private static final String SECRET = "pL8sKd2QvX5tRz0nBw7cFy3mHj6gUa1e";
  private static final String SOURCE = """
      _format_version: "3.0"
      plugins:
      - name: rate-limiting
      consumers:
      - username: portal
        jwt_secrets:
        - {key: %s, secret: %s}
        - {key: device, algorithm: RS256, rsa_public_key: "%s"}
        acls: [{group: userAdmin}, {group: contentAccess}]
      - username: two words
        jwt_secrets:
        - {key: lost, secret: 0pL8sKd2QvX5tRz0nBw7cFy3mHj6gUa1}
      """;

  @TempDir
  Path folder;

  @Test
  void aTokenOfBeforeVerifiesWithConsumerAndGroups() throws Exception {
    KeyPair pair = SunbirdKeys.pair("RSA");
    String source = SOURCE.formatted(KEY, SECRET, SunbirdKeys.publicPem(pair).replace("\n", "\\n"));
    String token = signed(SECRET.getBytes(StandardCharsets.UTF_8));
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      SunbirdOperator operator = new SunbirdOperator(server);
      ImportClient client = new ImportClient(server, "sunbird-kong");
      JsonNode plan = client.shown(source, Map.of());
      assertThat(ImportClient.acts(plan))
          .containsExactly(
              "create contentAccess",
              "create userAdmin",
              "create portal",
              "create " + KEY,
              "create device");
      assertThat(ImportClient.refused(plan))
          .containsExactly("two words wrong-member", "lost wrong-member");
      assertThat(plan.path("remarks").toString())
          .contains("profile legacy", "plugin rate-limiting (1)");
      assertThat(operator.verdict(token)).isNotEqualTo("valid");

      client.doneInPart(source);
      JsonNode verified = operator.verified(token);
      assertThat(verified.path("valid").asBoolean()).as(verified.toString()).isTrue();
      assertThat(verified.path("consumer").asText()).isEqualTo("portal");
      assertThat(verified.path("groups").toString()).isEqualTo("[\"contentAccess\",\"userAdmin\"]");
      assertThat(operator.get(CREDENTIALS + "/" + KEY).path("profile").asText())
          .isEqualTo("legacy");

      operator.done("PATCH", CREDENTIALS + "/" + KEY, "{\"profile\":\"strict\"}");
      operator.done("PATCH", CONSUMERS + "/portal", "{\"description\":\"the web\"}");
      assertThat(ImportClient.acts(client.doneInPart(source)))
          .hasSize(5)
          .allMatch(act -> act.startsWith("unchanged "));
      client.assertKeptToItself(SECRET);
    }
  }

  @Test
  void secretsInBase64AreReadAsThePluginSays() throws Exception {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    String source = """
        {"plugins": [{"name": "jwt", "config": {"secret_is_base64": true}}],
         "consumers": [{"id": "c1", "username": "portal"}],
         "jwt_secrets": [{"consumer": {"id": "c1"}, "key": "%s", "secret": "%s"}]}
        """.formatted(KEY, Base64.getEncoder().encodeToString(secret));
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      new ImportClient(server, "sunbird-kong").done(source, Map.of("profile", "legacy"));
      assertThat(new SunbirdOperator(server).verdict(signed(secret))).isEqualTo("valid");
    }
  }

  /** As clients of a Kong do: the key in iss, and no end. */
  private static String signed(byte[] secret) throws Exception {
    String text =
        encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encoded("{\"iss\":\"" + KEY + "\"}");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    byte[] code = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(code);
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
