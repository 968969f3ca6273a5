package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.NodeProcess;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Textile's npm packages make the same keys and signatures as we do, and each side reads the other's.
 * Random ones of a fixed seed; {@code -Dround.trips.seed} sets another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextileRoundTripTest {
  private static final long SEED = Long.getLong("round.trips.seed", 20_261_121L);
  private static final int ROUNDS = 100;
  private static final HexFormat HEX = HexFormat.of();

  private NodeProcess npm;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    npm = NodeProcess.start("hub.js");
  }

  @AfterAll
  void stop() throws IOException {
    if (npm != null) {
      npm.close();
    }
  }

  @Test
  void bothSidesMakeTheSameKeyAndSignatureOfASeed() throws IOException {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] seed = bytes(random, 32);
      byte[] message = bytes(random, random.nextInt(100));
      Libp2pPrivateKey ours = Libp2pPrivateKey.ofSeed(Secret.ofBytes(seed));
      JsonNode theirs = npm.ask(
          Map.of("op", "identity", "seed", HEX.formatHex(seed), "message", HEX.formatHex(message)));

      assertThat(ours.publicKey().text())
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(theirs.path("public").asText());
      assertThat(text(ours.text())).isEqualTo(theirs.path("private").asText());
      assertThat(HEX.formatHex(ours.sign(message)))
          .isEqualTo(theirs.path("signature").asText());
      assertThat(accepted(Libp2pPublicKey.parse(theirs.path("public").asText()))
              .verify(message, HEX.parseHex(theirs.path("signature").asText())))
          .isTrue();
      assertThat(accepted(
                  Libp2pPrivateKey.parse(Secret.ofText(theirs.path("private").asText())))
              .publicKey())
          .isEqualTo(ours.publicKey());
    }
  }

  @Test
  void theyReadOurNewKeys() throws IOException {
    Random random = new Random(SEED + 1);
    for (int round = 0; round < ROUNDS; round++) {
      Libp2pPrivateKey ours = Libp2pPrivateKey.random(random);
      byte[] message = bytes(random, 32);
      JsonNode theirs = npm.ask(
          Map.of("op", "read", "private", text(ours.text()), "message", HEX.formatHex(message)));
      assertThat(theirs.path("public").asText()).isEqualTo(ours.publicKey().text());
      assertThat(theirs.path("signature").asText()).isEqualTo(HEX.formatHex(ours.sign(message)));
    }
  }

  @Test
  void theSignatureOfOurTokenVerifiesWithTheirPublicKey() throws IOException {
    Random random = new Random(SEED + 2);
    for (int round = 0; round < 20; round++) {
      Libp2pPrivateKey issuer = Libp2pPrivateKey.random(random);
      Libp2pPublicKey identity = Libp2pPrivateKey.random(random).publicKey();
      String token = HubToken.forIdentity(identity, Instant.ofEpochSecond(1793534400), random)
          .signedBy(issuer);
      int dot = token.lastIndexOf('.');
      byte[] signature = java.util.Base64.getUrlDecoder().decode(token.substring(dot + 1));
      assertThat(verified(issuer.publicKey(), token.substring(0, dot), signature))
          .isTrue();
      assertThat(verified(identity, token.substring(0, dot), signature)).isFalse();
    }
  }

  @Test
  void bothSidesMakeTheSameApiSignatureAndWeTakeTheirs() throws IOException {
    Random random = new Random(SEED + 3);
    for (int round = 0; round < ROUNDS; round++) {
      ApiSecret secret = ApiSecret.random(random);
      Instant until = Instant.ofEpochMilli(random.nextLong(4_102_444_800_000L));
      JsonNode theirs = npm.ask(Map.of(
          "op", "apiSignature", "secret", text(secret.text()), "millis", until.toEpochMilli()));
      ApiSignature signature =
          new ApiSignature(theirs.path("msg").asText(), theirs.path("sig").asText());

      assertThat(ApiSignature.create(secret, until))
          .as("seed %d, round %d", SEED + 3, round)
          .isEqualTo(signature);
      assertThat(accepted(
              signature.check(secret, until.minusSeconds(60), ApiSignature.DEFAULT_HORIZON)))
          .isEqualTo(until);
    }
  }

  private boolean verified(Libp2pPublicKey key, String message, byte[] signature)
      throws IOException {
    return npm.ask(Map.of(
            "op", "verify",
            "public", key.text(),
            "message", HEX.formatHex(message.getBytes(StandardCharsets.US_ASCII)),
            "signature", HEX.formatHex(signature)))
        .path("verified")
        .asBoolean();
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String text(Secret secret) {
    return new String(secret.reveal(SecretAccess.forCryptography()), StandardCharsets.US_ASCII);
  }
}
