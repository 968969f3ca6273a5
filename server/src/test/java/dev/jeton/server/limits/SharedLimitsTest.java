package dev.jeton.server.limits;

import static dev.jeton.server.limits.SharingNode.APP;
import static dev.jeton.server.limits.SharingNode.HERE;
import static dev.jeton.server.limits.SharingNode.RATE;
import static dev.jeton.server.limits.SharingNode.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import dev.jeton.server.http.Quota;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.tokens.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes on one PostgreSQL. */
class SharedLimitsTest {
  private final Database database;
  private final Vault vault;
  private final SharingNode one;
  private final SharingNode two;
  private long nanos;

  SharedLimitsTest(@TempDir Path folder) throws Exception {
    database = Stores.database(Dialect.POSTGRESQL, folder);
    VaultSettings key = new VaultSettings.Given(Secret.ofText("jmk1_" + "A".repeat(43)));
    vault = Vault.look(key, database, new Random(3)).open(() -> Instant.EPOCH);
    one = node("one");
    two = node("two");
    exchange(one, two);
  }

  private SharingNode node(String name) {
    return SharingNode.on(new TableBoard(database, new Hearing(vault, name)), () -> nanos);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatOneNodeGaveTheOtherDoesNotGiveAgain() {
    for (int i = 0; i < 40; i++) {
      one.mint();
    }
    exchange(one, two);
    assertThat(two.mint().left()).isEqualTo(RATE - 41);
    exchange(one, two);
    assertThat(one.mint().left()).isEqualTo(RATE - 42);
  }

  @Test
  void whatIsTakenAtOnceFromAllNodesIsOwedAfterwards() {
    assertThat(one.mintAsMuchAsItCan() + two.mintAsMuchAsItCan()).isEqualTo(2 * RATE);
    exchange(one, two);
    nanos += TimeUnit.SECONDS.toNanos(59);
    assertThat(one.mint().over()).isTrue();
    assertThat(two.mint().over()).isTrue();
    nanos += TimeUnit.SECONDS.toNanos(3);
    assertThat(one.mint().over()).isFalse();
  }

  @Test
  void underALastingFloodAllNodesTogetherGiveTheLimit() {
    SharingNode[] nodes = {one, two, node("three")};
    exchange(nodes);
    flood(nodes, 60);
    int steady = flood(nodes, 300);
    assertThat(steady).isBetween((int) (5 * RATE * 0.9), (int) (5 * RATE * 1.1));
  }

  /** So many seconds, with two exchanges in each. */
  private int flood(SharingNode[] nodes, int seconds) {
    int minted = 0;
    for (int half = 0; half < 2 * seconds; half++) {
      nanos += TimeUnit.MILLISECONDS.toNanos(500);
      for (SharingNode node : nodes) {
        minted += node.mintAsMuchAsItCan();
      }
      for (SharingNode node : nodes) {
        node.sharing().run();
      }
    }
    return minted;
  }

  @Test
  void nobodyOwesMoreThanAWindowsShare() {
    SharingNode[] nodes = {one, two, node("three"), node("four"), node("five")};
    exchange(nodes);
    for (SharingNode node : nodes) {
      node.mintAsMuchAsItCan();
    }
    exchange(nodes);
    nanos += TimeUnit.SECONDS.toNanos(62);
    assertThat(one.mint().over()).isFalse();
  }

  @Test
  void wrongProofsAreCountedForAllNodesAlsoWhereNobodyHadOneYet() {
    for (int i = 0; i < 3; i++) {
      one.limits().wrongProof(HERE);
    }
    assertThat(two.limits().proof(HERE)).isEmpty();
    exchange(one, two);
    assertThat(two.limits().proof(HERE)).map(Quota::over).contains(true);
    assertThat(two.limits().proof(Arriving.from("192.0.2.2"))).isEmpty();
  }

  @Test
  void whatANodeToldBeforeAnotherStartedIsNotToldToThatOne() {
    one.mintAsMuchAsItCan();
    one.sharing().run();
    SharingNode late = node("late");
    late.sharing().run();
    assertThat(late.mint().left()).isEqualTo(RATE - 1);
  }

  @Test
  void nobodyIsToldTwice() {
    for (int i = 0; i < 10; i++) {
      one.mint();
    }
    for (int i = 0; i < 5; i++) {
      exchange(one, two);
    }
    assertThat(two.mint().left()).isEqualTo(RATE - 11);
    assertThat(one.mint().left()).isEqualTo(RATE - 11);
  }

  @Test
  void whatIsWrittenNamesNobody() {
    one.limits().user(APP, "alice@example.com");
    one.limits().wrongProof(HERE);
    one.sharing().run();
    List<byte[]> rows = database.read(handle ->
        handle.createQuery("SELECT uses FROM limit_uses").mapTo(byte[].class).list());
    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(new String(row, StandardCharsets.ISO_8859_1))
            .doesNotContain("alice", "192.0.2.1", "app"));
  }

  @Test
  void withoutTheDatabaseEachCountsByItselfAndTellsLater() {
    database.write(handle -> handle.execute("ALTER TABLE limit_uses RENAME TO away"));
    for (int i = 0; i < 10; i++) {
      one.mint();
    }
    exchange(one, two);
    assertThat(one.mint().left()).isEqualTo(RATE - 11);
    assertThat(two.mint().left()).isEqualTo(RATE - 1);
    database.write(handle -> handle.execute("ALTER TABLE away RENAME TO limit_uses"));
    exchange(one, two);
    assertThat(two.mint().left()).isEqualTo(RATE - 13);
    assertThat(one.mint().left()).isEqualTo(RATE - 13);
  }

  @Test
  void aRowWhoseAnswerGotLostHoldsUpNoLaterOne() {
    database.write(handle -> handle.execute(
        "INSERT INTO limit_uses (node, seq, written_at, uses) VALUES ('one', 1,"
            + " (extract(epoch FROM clock_timestamp()) * 1000)::bigint, ?)",
        new byte[] {1}));
    one.mint();
    exchange(one, two);
    exchange(one, two);
    assertThat(two.mint().left()).isEqualTo(RATE - 2);
  }

  @Test
  void aNodeThatIsAloneTellsNobody() {
    Limits alone = new Limits(() -> new Rates(Map.of(Limit.MINT, RATE), false), 100, () -> nanos);
    alone.request(Need.MINT, APP, HERE);
    assertThat(alone.news(10)).isEmpty();
  }

  @Test
  void ofManyBucketsSomeAreToldInEachRound() {
    for (int i = 0; i < 50; i++) {
      one.limits().user(APP, "user" + i);
    }
    assertThat(one.limits().news(30)).hasSize(30);
    assertThat(one.limits().news(30)).hasSize(20);
    assertThat(one.limits().news(30)).isEmpty();
  }

  @Test
  void addressesOfWhichOthersTellTakeBoundedMemory() {
    for (int i = 0; i < 1_000; i++) {
      two.limits()
          .takenElsewhere(
              List.of(new Use(Limit.WRONG_PROOFS, "10.0." + i / 250 + "." + i % 250, 3, 3)));
    }
    assertThat(two.limits().of(Limit.WRONG_PROOFS).strangers()).isEqualTo(100);
    assertThat(two.limits().of(Limit.WRONG_PROOFS).size()).isZero();
  }

  @Test
  void theDatabasesClockMayBeSetBack() {
    database.write(handle -> handle.execute(
        "INSERT INTO limit_uses (node, seq, written_at, uses) VALUES ('past', 1,"
            + " (extract(epoch FROM clock_timestamp()) * 1000)::bigint + 3600000, ?)",
        new byte[] {1}));
    exchange(one, two);
    one.mint(10);
    exchange(one, two);
    assertThat(two.mint().left()).isEqualTo(RATE - 11);
  }

  @Test
  void programsOnEachNodesOwnMachineAreCountedThereAlone() {
    for (int i = 0; i < 4; i++) {
      one.limits().request(Need.MINT, new Caller.Local(), Arriving.local());
      one.limits().user(new Caller.Local(), "alice");
      one.limits().wrongProof(Arriving.local());
    }
    assertThat(one.limits().news(10)).isEmpty();
    assertThat(two.limits().proof(Arriving.local())).isEmpty();
    assertThat(one.limits().proof(Arriving.local())).isPresent();
  }

  @Test
  void whatCannotBeSharedIsSaidUntilItCan() {
    database.write(handle -> handle.execute("ALTER TABLE limit_uses RENAME TO away"));
    exchange(one);
    assertThat(one.state().alone()).contains(Instant.EPOCH);
    assertThat(new LimitsHealth(one.state()).call().getData().orElseThrow())
        .containsEntry("degraded", true);
    database.write(handle -> handle.execute("ALTER TABLE away RENAME TO limit_uses"));
    exchange(one);
    assertThat(one.isAlone()).isFalse();
  }

  @Test
  void whoHasNothingLeftElsewhereIsNotForgottenForManyWhoHave() {
    two.limits().takenElsewhere(List.of(new Use(Limit.WRONG_PROOFS, "192.0.2.1/32", 3, 3)));
    for (int i = 0; i < 1_000; i++) {
      two.limits()
          .takenElsewhere(
              List.of(new Use(Limit.WRONG_PROOFS, "10.0." + i / 250 + "." + i % 250, 3, 1)));
    }
    assertThat(two.limits().proof(SharingNode.HERE)).isPresent();
  }
}
