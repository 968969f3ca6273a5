package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.PublishedSecrets;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.VectorFile.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HubPublishedSecretsTest {
  private static final List<String> SECRET_FIELDS = List.of(
      "seed_hex",
      "private_protobuf_hex",
      "private_string",
      "libp2p_identity_private_string",
      "private_raw_hex",
      "issuer_seed_hex",
      "secret",
      "secret_string",
      "secret_bytes_hex");

  @Test
  void everySecretOfTheVectorsIsKnownInAnyLetterCase() {
    Set<String> secrets = new TreeSet<>();
    VectorFile.all()
        .forEach(vector -> SECRET_FIELDS.stream()
            .filter(vector.json()::has)
            .forEach(field -> secrets.add(vector.text(field))));
    assertThat(secrets).hasSizeGreaterThan(15);
    for (String secret : secrets) {
      assertThat(fault(secret)).startsWith("it is published in the test vectors of");
      assertThat(fault(secret.toUpperCase(Locale.ROOT))).startsWith("it is published in");
    }
  }

  @Test
  void theKeysOfTheVectorsAreKnownInWhateverFormTheyAreGiven() {
    assertThat(Keys.issuerOfVectors().fault()).get().asString().startsWith("it is published in");
    for (Vector identity :
        VectorFile.identities().filter(v -> v.json().has("seed_hex")).toList()) {
      Secret hex = Secret.ofText("f" + identity.text("private_protobuf_hex"));
      assertThat(accepted(Libp2pPrivateKey.parse(hex)).fault())
          .get()
          .asString()
          .startsWith("it is published in");
    }
    Secret secret = Secret.ofText("f" + VectorFile.byId("api-key-shape").text("secret_bytes_hex"));
    assertThat(accepted(ApiSecret.parse(secret)).fault())
        .get()
        .asString()
        .startsWith("it is published in");
  }

  /** The tutorial prints no secret, but what stands there for one. */
  @Test
  void theTutorialsPlaceholdersAreRefused() {
    assertThat(fault("<insert user group key>")).startsWith("it is published in the tutorial");
    assertThat(fault("<insert user group secret>")).startsWith("it is published in the tutorial");
    assertThat(fault("<anything else>")).isEqualTo("it is a placeholder that was never replaced");
  }

  @Test
  void everyLineOfTheListIsAHashAndAPlace() throws IOException {
    try (InputStream in = PublishedSecrets.class.getResourceAsStream("hub/published-secrets.txt")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
      assertThat(lines).isNotEmpty().doesNotHaveDuplicates();
      assertThat(lines).allMatch(line -> line.matches("[0-9a-f]{64}  \\S.*"));
    }
  }

  private static String fault(String secret) {
    return PublishedSecrets.fault(Secret.ofText(secret)).orElse("none");
  }
}
