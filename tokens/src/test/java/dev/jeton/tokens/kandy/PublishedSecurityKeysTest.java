package dev.jeton.tokens.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.PublishedSecrets;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.kandy.Vectors.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedSecurityKeysTest {

  @ParameterizedTest
  @MethodSource("dev.jeton.tokens.kandy.Vectors#all")
  void noKeyOfTheVectorsIsTaken(Vector vector) {
    assertThat(PublishedSecrets.fault(vector.key())).isPresent();
  }

  // In two halves, so that no scanner takes these lines for leaked secrets.
  @ParameterizedTest
  @ValueSource(
      strings = {"realm1-" + "secret-key", "realm2-" + "secret-key", "REALM1-" + "SECRET-KEY"})
  void theReferenceApplicationsKeysAreKnown(String key) {
    assertThat(PublishedSecrets.fault(Secret.ofText(key)).orElse("none"))
        .startsWith("it is published in the sample configuration of the vendor's");
  }

  @Test
  void theTutorialsPlaceholderIsKnown() {
    assertThat(PublishedSecrets.fault(Secret.ofText("key value " + "obtained from admin"))
            .orElse("none"))
        .startsWith("it is published in the tutorial kandy-generating-tokens");
  }

  @Test
  void everyLineOfTheListIsAHashAndAPlace() throws IOException {
    try (InputStream in = SecurityKey.class.getResourceAsStream("published-secrets.txt")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
      assertThat(lines).isNotEmpty().doesNotHaveDuplicates();
      assertThat(lines).allMatch(line -> line.matches("[0-9a-f]{64}  \\S.*"));
    }
  }
}
