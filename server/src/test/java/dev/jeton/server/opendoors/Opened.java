package dev.jeton.server.opendoors;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.http.Fields;
import dev.jeton.server.store.Database;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.SealedText;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.server.vault.VaultUnusable;
import dev.jeton.tokens.Secret;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

/** Open doors for tests, written as operators write them, and what a browser does at them. */
final class Opened {
  private Opened() {}

  static Stored<OpenDoorSpec> door(String json) {
    OpenDoorSpec spec = OpenDoorForm.read(Fields.of(Buffer.buffer(json)));
    return new Stored<>(
        "id-of-" + spec.name(),
        spec,
        KeyVersions.NONE,
        Map.of(),
        1,
        Instant.EPOCH,
        Instant.EPOCH,
        "test");
  }

  /** A key of the right length for a realm. */
  static String securityKey() {
    byte[] bytes = new byte[16];
    new Random().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Proofs of work under the keys of that database, which has room for 100 at a time. */
  static ProofOfWork work(Database database, InstantSource clock) {
    try {
      VaultSettings key = new VaultSettings.Given(Secret.ofText("jmk1_" + "A".repeat(43)));
      Vault vault = Vault.look(key, database, new Random(3)).open(clock);
      return new ProofOfWork(
          new SealedText(vault, SealIdentity.CHALLENGE, () -> 0),
          new UsedMarks(100),
          clock,
          new Random(5));
    } catch (VaultUnusable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tries all numbers, as the page does. */
  static String solved(String challengeJson) {
    Fields challenge = Fields.of(Buffer.buffer(challengeJson));
    String salt = challenge.text("salt");
    for (int number = 0; number <= challenge.whole("maxnumber", 0, 10_000_000); number++) {
      if (hash(salt + number).equals(challenge.text("challenge"))) {
        return solution(challengeJson, number);
      }
    }
    throw new AssertionError("no number fits to " + challengeJson);
  }

  static String solution(String challengeJson, int number) {
    Fields challenge = Fields.of(Buffer.buffer(challengeJson));
    String json = """
        {"algorithm": "SHA-256", "challenge": "%s", "number": %d, "salt": "%s", "signature": "%s", "took": 7}""".formatted(
        challenge.text("challenge"), number, challenge.text("salt"), challenge.text("signature"));
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
