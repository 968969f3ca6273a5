package dev.jeton.server.opendoors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.SealedText;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.tokens.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofOfWorkTest {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  private static final String DOOR = "door-1";
  private static final String HERE = "192.0.2.1/32";

  private final Database database;
  private final Vault vault;
  private final ProofOfWork work;
  private Instant now = START;

  ProofOfWorkTest(@TempDir Path folder) throws Exception {
    database = Stores.database(Dialect.SQLITE, folder);
    VaultSettings key = new VaultSettings.Given(Secret.ofText("jmk1_" + "A".repeat(43)));
    vault = Vault.look(key, database, new Random(3)).open(() -> now);
    work = node(vault, 100);
  }

  private ProofOfWork node(Vault sealing, int most) {
    return new ProofOfWork(
        new SealedText(sealing, SealIdentity.CHALLENGE, () -> 0),
        new UsedMarks(most),
        () -> now,
        new Random(5));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatWasComputedCountsOnce() {
    String solution = Opened.solved(challenge());
    assertThat(fault(solution)).isEmpty();
    assertThat(fault(solution)).isEqualTo("POW_USED");
  }

  @Test
  void whatANodeMadeWhoseClockIsAheadCountsOnceToo() {
    now = START.plusSeconds(10);
    String solution = Opened.solved(challenge());
    now = START;
    assertThat(fault(solution)).isEmpty();
    now = START.plus(ProofOfWork.LIFETIME).plusSeconds(5);
    assertThat(fault(solution)).isEqualTo("POW_USED");
  }

  @Test
  void itCountsForItsDoorAndItsNetworkAlone() {
    String solution = Opened.solved(challenge());
    assertThat(work.fault(solution, "door-2", HERE)).contains("POW_OTHER_DOOR");
    assertThat(work.fault(solution, DOOR, "192.0.2.2/32")).contains("POW_OTHER_NETWORK");
    assertThat(fault(solution)).isEmpty();
  }

  @Test
  void itEndsAfterTwoMinutes() {
    String solution = Opened.solved(challenge());
    now = START.plus(Duration.ofMinutes(2));
    assertThat(fault(solution)).isEqualTo("POW_EXPIRED");
    now = START.plus(Duration.ofMinutes(2)).minusMillis(1);
    assertThat(fault(solution)).isEmpty();
  }

  @Test
  void aNumberThatDoesNotFitIsRefusedAndUsesNothingUp() {
    String challenge = challenge();
    assertThat(fault(Opened.solution(challenge, 1_001))).isEqualTo("POW_WRONG");
    assertThat(fault(Opened.solved(challenge))).isEmpty();
  }

  @Test
  void whatNobodyHereMadeIsRefused() {
    String solution = Opened.solved(challenge());
    String json = new String(Base64.getDecoder().decode(solution), StandardCharsets.UTF_8);
    for (String forged : new String[] {
      json.replace("\"signature\": \"", "\"signature\": \"A"),
      json.replaceAll("\"signature\": \"[^\"]*", "\"signature\": \""),
    }) {
      assertThat(fault(Base64.getEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8))))
          .as(forged)
          .isEqualTo("POW_UNKNOWN");
    }
    for (String nonsense : new String[] {"", "x", "e30=", "!", "A".repeat(5_000)}) {
      assertThat(fault(nonsense)).as(nonsense).matches("POW_(MISSING|MALFORMED)");
    }
    assertThat(fault(solution)).isEmpty();
  }

  @Test
  void anotherNodeTakesItToo() {
    assertThat(node(vault, 100).fault(Opened.solved(challenge()), DOOR, HERE)).isEmpty();
  }

  @Test
  void whenThereIsNoRoomForMoreNothingCountsUntilTheOldestEnd() {
    ProofOfWork small = node(vault, 1);
    assertThat(small.fault(Opened.solved(challenge()), DOOR, HERE)).isEmpty();
    String second = Opened.solved(challenge());
    assertNotNow(small, second, "POW_FULL");
    now = START.plus(ProofOfWork.LIFETIME);
    assertThat(small.fault(Opened.solved(challenge()), DOOR, HERE)).isEmpty();
  }

  /** The next attempt may be on a node that knows the key, or on this one a second later. */
  @Test
  void whatIsSealedWithAKeyThatIsNotHereYetIsToldToComeAgain() {
    String solution = Opened.solved(challenge());
    String json = new String(Base64.getDecoder().decode(solution), StandardCharsets.UTF_8);
    byte[] seal =
        Base64.getUrlDecoder().decode(json.replaceAll(".*\"signature\": \"([^\"]*).*", "$1"));
    database.close();
    for (int i = 1; i < 5; i++) {
      seal[i] ^= 1;
    }
    String other = json.replaceAll(
        "\"signature\": \"[^\"]*",
        "\"signature\": \"" + Base64.getUrlEncoder().withoutPadding().encodeToString(seal));
    String header = Base64.getEncoder().encodeToString(other.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> work.fault(header, DOOR, HERE)).isInstanceOf(RuntimeException.class);
    assertNotNow(work, header, "POW_UNAVAILABLE");
  }

  private static void assertNotNow(ProofOfWork node, String solution, String exact) {
    assertThatThrownBy(() -> node.fault(solution, DOOR, HERE))
        .isInstanceOfSatisfying(Refused.class, refused -> {
          assertThat(refused.problem().status()).isEqualTo(503);
          assertThat(refused.problem().code()).isEqualTo("guard-unavailable");
          assertThat(refused.exactCode()).isEqualTo(exact);
        });
  }

  private String fault(String solution) {
    return work.fault(solution, DOOR, HERE).orElse("");
  }

  private String challenge() {
    Challenge challenge = work.challenge(DOOR, HERE, 1_000);
    return Json.object(challenge::write).toString();
  }
}
