package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Arrival;
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
  private static final Caller APP = new Caller.Registered("app", "app", Map.of(), List.of(), false);
  private static final Arrival HERE = Arriving.from("192.0.2.1");
  private static final int RATE = 60;

  private final Database database;
  private final Vault vault;
  private final Node one;
  private final Node two;
  private long nanos;

  /** Its limits, and its turn to tell and hear. */
  private record Node(Limits limits, Sharing sharing) {
    Quota mint() {
      return limits.request(Need.MINT, APP, HERE).orElseThrow();
    }

    int mintAsMuchAsItCan() {
      int minted = 0;
      while (!mint().over()) {
        minted++;
      }
      return minted;
    }
  }

  SharedLimitsTest(@TempDir Path folder) throws Exception {
    database = Stores.database(Dialect.POSTGRESQL, folder);
    VaultSettings key = new VaultSettings.Given(Secret.ofText("jmk1_" + "A".repeat(43)));
    vault = Vault.look(key, database, new Random(3)).open(() -> Instant.EPOCH);
    one = node("one");
    two = node("two");
    exchange();
  }

  private Node node(String name) {
    Map<Limit, Integer> rates = Map.of(Limit.MINT, RATE, Limit.WRONG_PROOFS, 3, Limit.USER, 10);
    Limits limits = new Limits(() -> new Rates(rates, false), 100, () -> nanos, News.of(100));
    return new Node(limits, new Sharing(limits, new UseBoard(database, vault, name)));
  }

  /** Everybody tells, then everybody hears. */
  private void exchange(Node... nodes) {
    List<Node> all = nodes.length == 0 ? List.of(one, two) : List.of(nodes);
    all.forEach(node -> node.sharing().run());
    all.forEach(node -> node.sharing().run());
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
    exchange();
    assertThat(two.mint().left()).isEqualTo(RATE - 41);
    exchange();
    assertThat(one.mint().left()).isEqualTo(RATE - 42);
  }

  @Test
  void whatIsTakenAtOnceFromAllNodesIsOwedAfterwards() {
    assertThat(one.mintAsMuchAsItCan() + two.mintAsMuchAsItCan()).isEqualTo(2 * RATE);
    exchange();
    nanos += TimeUnit.SECONDS.toNanos(59);
    assertThat(one.mint().over()).isTrue();
    assertThat(two.mint().over()).isTrue();
    nanos += TimeUnit.SECONDS.toNanos(3);
    assertThat(one.mint().over()).isFalse();
  }

  @Test
  void underALastingFloodAllNodesTogetherGiveTheLimit() {
    Node[] nodes = {one, two, node("three")};
    exchange(nodes);
    flood(nodes, 60);
    int steady = flood(nodes, 300);
    assertThat(steady).isBetween((int) (5 * RATE * 0.9), (int) (5 * RATE * 1.1));
  }

  /** So many seconds, with two exchanges in each. */
  private int flood(Node[] nodes, int seconds) {
    int minted = 0;
    for (int half = 0; half < 2 * seconds; half++) {
      nanos += TimeUnit.MILLISECONDS.toNanos(500);
      for (Node node : nodes) {
        minted += node.mintAsMuchAsItCan();
      }
      for (Node node : nodes) {
        node.sharing().run();
      }
    }
    return minted;
  }

  @Test
  void nobodyOwesMoreThanAWindowsShare() {
    Node[] nodes = {one, two, node("three"), node("four"), node("five")};
    exchange(nodes);
    for (Node node : nodes) {
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
    exchange();
    assertThat(two.limits().proof(HERE)).map(Quota::over).contains(true);
    assertThat(two.limits().proof(Arriving.from("192.0.2.2"))).isEmpty();
  }

  @Test
  void whatANodeToldBeforeAnotherStartedIsNotToldToThatOne() {
    one.mintAsMuchAsItCan();
    one.sharing().run();
    Node late = node("late");
    exchange(late);
    assertThat(late.mint().left()).isEqualTo(RATE - 1);
  }

  @Test
  void nobodyIsToldTwice() {
    for (int i = 0; i < 10; i++) {
      one.mint();
    }
    for (int i = 0; i < 5; i++) {
      exchange();
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
    exchange();
    assertThat(one.mint().left()).isEqualTo(RATE - 11);
    assertThat(two.mint().left()).isEqualTo(RATE - 1);
    database.write(handle -> handle.execute("ALTER TABLE away RENAME TO limit_uses"));
    exchange();
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
    exchange();
    exchange();
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
}
