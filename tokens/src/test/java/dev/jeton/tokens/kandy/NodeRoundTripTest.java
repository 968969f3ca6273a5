package dev.jeton.tokens.kandy;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.NodeProcess;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plain Node {@code crypto} opens what we mint, and we verify what it seals. Random sets of a fixed
 * seed; {@code -Dround.trips.seed} sets another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeRoundTripTest {
  private static final long SEED = Long.getLong("round.trips.seed", 20_261_121L);
  private static final int ROUNDS = 200;
  private static final String LETTERS = "abcXYZ019 .-+_'\"<>&%ëÅßж山田太郎한😀🎈";

  private NodeProcess node;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    node = NodeProcess.start("kandy.js");
  }

  @AfterAll
  void stop() throws IOException {
    if (node != null) {
      node.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nodeOpensOurSets(KandyCipher cipher) throws IOException {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      String key = key(random, cipher);
      Parties parties = parties(random);
      IvUse ivUse = random.nextBoolean() ? IvUse.PER_SET : IvUse.PER_TOKEN;
      IssuedTriple issued =
          new TripleIssuer(securityKey(cipher, key), random, ivUse).issue(parties, time(random));
      for (Role role : Role.values()) {
        String plaintext = node.ask(Map.of(
                "op",
                "open",
                "cipher",
                cipher,
                "key",
                key,
                "token",
                issued.tokens().token(role)))
            .path("plaintext")
            .asText();

        assertThat(plaintext)
            .as("seed %d, round %d", SEED, round)
            .isEqualTo(
                identity(parties, role) + cipher.marker() + issued.issuedAt().toEpochMilli());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void weVerifyNodesSets(KandyCipher cipher) throws IOException {
    Random random = new Random(SEED + 1);
    for (int round = 0; round < ROUNDS; round++) {
      String key = key(random, cipher);
      Parties parties = parties(random);
      Instant issuedAt = time(random);
      String iv = new String(Iv.random(random), StandardCharsets.US_ASCII);
      Triple theirs = new Triple(
          sealed(cipher, key, identity(parties, Role.ACCOUNT), issuedAt, iv),
          sealed(cipher, key, identity(parties, Role.FROM), issuedAt, iv),
          sealed(cipher, key, identity(parties, Role.TO), issuedAt, iv));
      VerifiedTriple verified =
          accepted(new KandyVerifier(RealmKeys.of(securityKey(cipher, key)), Kiosk.WINDOW)
              .verify(theirs, SetRules.none().requireSameIv(), issuedAt.plusSeconds(1)));

      assertThat(verified.account().name()).isEqualTo(parties.account().text());
      assertThat(verified.from().name()).isEqualTo(parties.from().text());
      assertThat(verified.to().name()).isEqualTo(parties.to().text());
      assertThat(verified.issuedAt()).isEqualTo(issuedAt);
      assertThat(verified.canonical()).isEqualTo(theirs);
    }
  }

  private String sealed(
      KandyCipher cipher, String key, String identity, Instant issuedAt, String iv)
      throws IOException {
    return node.ask(Map.of(
            "op", "seal",
            "cipher", cipher,
            "key", key,
            "identity", identity,
            "timestamp", issuedAt.toEpochMilli(),
            "iv", iv))
        .path("token")
        .asText();
  }

  private static String identity(Parties parties, Role role) {
    return role.prefix() + parties.in(role).text();
  }

  private static SecurityKey securityKey(KandyCipher cipher, String key) {
    return SecurityKey.of(cipher, Secret.ofText(key));
  }

  private static String key(Random random, KandyCipher cipher) {
    StringBuilder key = new StringBuilder();
    while (key.length() < cipher.keyBytes()) {
      key.append((char) (' ' + random.nextInt('~' - ' ' + 1)));
    }
    return key.toString();
  }

  private static Parties parties(Random random) {
    return new Parties(identity(random), identity(random), identity(random));
  }

  private static Identity identity(Random random) {
    StringBuilder text = new StringBuilder();
    int[] letters = LETTERS.codePoints().toArray();
    for (int i = random.nextInt(60); i >= 0; i--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    String name = text.toString().strip();
    return Identity.of(
        (name.isEmpty() ? "x" : name) + (random.nextBoolean() ? "@example.com" : ""));
  }

  private static Instant time(Random random) {
    return Instant.ofEpochMilli(random.nextLong(1_000_000_000_000L, 10_000_000_000_000L));
  }
}
