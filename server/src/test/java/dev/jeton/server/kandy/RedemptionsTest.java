package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.access.Asker;
import dev.jeton.server.kandy.UsedSets.Attempt;
import dev.jeton.server.store.Consumed;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.KeptRequests;
import dev.jeton.server.store.KeptRequests.Place;
import dev.jeton.server.store.KeptRequests.PlaceTaken;
import dev.jeton.server.store.KeptRequests.Settled;
import dev.jeton.server.store.SealedSecret;
import dev.jeton.server.store.SharedMarks;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.store.Stores;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.IvUse;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.Parties;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.TripleIssuer;
import dev.jeton.tokens.kandy.VerifiedTriple;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedemptionsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final KandyCipher CBC = KandyCipher.CBC;
  private static final Asker ONE = new Asker("one", "", "");

  @TempDir
  private Path folder;

  private final Random random = new Random(7);

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anotherNodeAndARestartKnowASetThatWasUsed(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      VerifiedTriple set = set();
      assertThat(node(database).use(ONE, set, CBC, NOW, Optional.empty()))
          .isInstanceOf(Attempt.First.class);
      Redemptions other = node(database);
      assertThat(other.use(ONE, set, CBC, NOW, Optional.empty())).isInstanceOf(Attempt.Again.class);
      assertThat(other.use(ONE, set(), CBC, NOW, Optional.empty()))
          .isInstanceOf(Attempt.First.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void ofAHundredUsesAtOnceOnTwoNodesOneIsTheFirst(Dialect dialect) throws Exception {
    StoreSettings settings = Stores.settings(dialect, folder);
    ExecutorService threads = Executors.newFixedThreadPool(100);
    try (Database here = Database.open(settings);
        Database there = Database.open(settings)) {
      here.migrate();
      List<Redemptions> nodes = List.of(node(here), node(there));
      VerifiedTriple set = set();
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Attempt>> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        Redemptions node = nodes.get(i % 2);
        all.add(threads.submit(() -> {
          start.await();
          return node.use(ONE, set, CBC, NOW, Optional.empty());
        }));
      }
      start.countDown();
      int first = 0;
      for (Future<Attempt> attempt : all) {
        first += attempt.get() instanceof Attempt.First ? 1 : 0;
      }
      assertThat(first).isOne();
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aUseThatIsTakenBackCanBeHadOnAnyNode(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      Redemptions node = node(database);
      VerifiedTriple set = set();
      node.takeBack(
          ((Attempt.First) node.use(ONE, set, CBC, NOW, Optional.empty())).use(), Optional.empty());
      assertThat(node(database).use(ONE, set, CBC, NOW, Optional.empty()))
          .isInstanceOf(Attempt.First.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatThisNodeKnowsIsRefusedWithoutTheStoreAndNothingElseIs(Dialect dialect) {
    Database database = Stores.database(dialect, folder);
    Redemptions node = node(database);
    VerifiedTriple set = set();
    VerifiedTriple other = set();
    node.use(ONE, set, CBC, NOW, Optional.empty());
    database.close();
    assertThat(node.use(ONE, set, CBC, NOW, Optional.empty())).isInstanceOf(Attempt.Again.class);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> node.use(ONE, other, CBC, NOW, Optional.empty()))
          .isInstanceOf(RuntimeException.class);
    }
  }

  /** A commit whose answer was lost: the store has it, and nobody was told. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatWasAnsweredIsKeptWithTheUseOrNeitherIs(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      Stores.withDataKeys(database, "k1");
      KeptRequests kept = new KeptRequests(database);
      Settled answer = new Settled(
          new Place("one", "redeem a"),
          new SealedSecret(new byte[] {1, 2}, "k1"),
          NOW,
          NOW.plusSeconds(60));
      VerifiedTriple set = set();
      Redemptions node = node(database);
      Attempt.First first = (Attempt.First) node.use(ONE, set, CBC, NOW, Optional.of(answer));
      assertThat(kept.find(answer.place(), NOW)).isPresent();
      VerifiedTriple other = set();
      assertThatThrownBy(() -> node.use(ONE, other, CBC, NOW, Optional.of(answer)))
          .as("another set under the same key")
          .isInstanceOf(PlaceTaken.class);
      assertThat(node(database).use(ONE, other, CBC, NOW, Optional.empty()))
          .as("it was not used up")
          .isInstanceOf(Attempt.First.class);
      node.takeBack(first.use(), Optional.of(answer));
      assertThat(kept.find(answer.place(), NOW)).isEmpty();
      assertThat(node(database).use(ONE, set, CBC, NOW, Optional.empty()))
          .isInstanceOf(Attempt.First.class);
    }
  }

  /** The realm's duration may be lengthened after a set was used. */
  @Test
  void aUsedSetStaysUsedForAsLongAsAnyRealmMayTakeIt() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      VerifiedTriple set = set();
      node(database).use(ONE, set, CBC, NOW, Optional.empty());
      Instant last = set.issuedAt().plusSeconds(RealmSpec.LONGEST_SECONDS);
      assertThat(new Consumed(database).removeEnded(last, 10)).isZero();
      assertThat(node(database).use(ONE, set, CBC, last, Optional.empty()))
          .isInstanceOf(Attempt.Again.class);
      assertThat(new Consumed(database).removeEnded(last.plusSeconds(301), 10)).isEqualTo(3);
    }
  }

  /** From and to look alike under ECB, and are equal where both have the same name. */
  @Test
  void theTokensOfAnEcbSetMakeNoOtherSetByChangingPlaces() {
    Triple one = new Triple("aa", "bb", "bb");
    List<String> mark = SetMarks.each(one, KandyCipher.ECB);
    assertThat(SetMarks.each(new Triple("bb", "aa", "bb"), KandyCipher.ECB)).isEqualTo(mark);
    assertThat(SetMarks.each(new Triple("aa", "aa", "bb"), KandyCipher.ECB)).isEqualTo(mark);
    assertThat(SetMarks.each(new Triple("aa", "bb", "cc"), KandyCipher.ECB))
        .isEqualTo(SetMarks.each(new Triple("aa", "cc", "bb"), KandyCipher.ECB))
        .isNotEqualTo(mark);
  }

  private static Redemptions node(Database database) {
    return new Redemptions(
        new UsedSets(10, 10),
        new SharedMarks(database, "kandy-set", InstantSource.fixed(NOW), 100),
        () -> true);
  }

  private VerifiedTriple set() {
    Identity help = Identity.of("help@example.com");
    Triple tokens = new TripleIssuer(Realms.key(CBC), random, IvUse.PER_TOKEN)
        .issue(new Parties(help, Convention.ANONYMOUS, help), NOW)
        .tokens();
    KandyRealm realm = Realms.of(Convention.A);
    return ((Outcome.Accepted<VerifiedTriple>) realm.verify(tokens, realm.rules(), NOW)).value();
  }
}
