package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Asker;
import dev.jeton.server.kandy.UsedSets.Attempt;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.AddressPatterns;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.IvUse;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.Parties;
import dev.jeton.tokens.kandy.SetRules;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.TripleIssuer;
import dev.jeton.tokens.kandy.VerifiedTriple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UsedSetsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant END = NOW.plus(Realms.DURATION);

  private static final Asker ONE = new Asker("one", "", "");
  private static final Asker OTHER = new Asker("other", "", "");

  private final UsedSets used = new UsedSets(3, 3);
  private final Random random = new Random(7);

  @ParameterizedTest
  @EnumSource
  void aSetWorksOnce(KandyCipher cipher) {
    VerifiedTriple set = set(cipher, minted(cipher, "help@example.com"));
    assertThat(used.use(ONE, set, cipher, NOW)).isInstanceOf(Attempt.First.class);
    assertThat(used.use(ONE, set, cipher, NOW)).isInstanceOf(Attempt.Again.class);
  }

  @Test
  void anEcbSetInAnotherLetterCaseIsTheSameSet() {
    Triple lower = minted(KandyCipher.ECB, "help@example.com");
    Triple upper = new Triple(
        lower.accountToken().toUpperCase(Locale.ROOT),
        lower.fromToken(),
        lower.toToken().toUpperCase(Locale.ROOT));
    used.use(ONE, set(KandyCipher.ECB, lower), KandyCipher.ECB, NOW);
    assertThat(used.use(ONE, set(KandyCipher.ECB, upper), KandyCipher.ECB, NOW))
        .isInstanceOf(Attempt.Again.class);
  }

  @Test
  void cbcTokensOfTwoSetsOfOneMillisecondMakeNoThirdSet() {
    Triple one = minted(KandyCipher.CBC, "help@example.com");
    Triple other = minted(KandyCipher.CBC, "help@example.com");
    Triple mixed = new Triple(one.accountToken(), other.fromToken(), other.toToken());
    assertThat(used.use(ONE, set(KandyCipher.CBC, one), KandyCipher.CBC, NOW))
        .isInstanceOf(Attempt.First.class);
    assertThat(used.use(ONE, set(KandyCipher.CBC, mixed), KandyCipher.CBC, NOW))
        .isInstanceOf(Attempt.Again.class);
    assertThat(used.use(ONE, set(KandyCipher.CBC, other), KandyCipher.CBC, NOW))
        .isInstanceOf(Attempt.First.class);
  }

  @Test
  void ecbSetsOfOneMillisecondForTwoCalleesAreTwo() {
    VerifiedTriple one = set(KandyCipher.ECB, minted(KandyCipher.ECB, "help@example.com"));
    VerifiedTriple other = set(KandyCipher.ECB, minted(KandyCipher.ECB, "sales@example.com"));
    assertThat(used.use(ONE, one, KandyCipher.ECB, NOW)).isInstanceOf(Attempt.First.class);
    assertThat(used.use(ONE, other, KandyCipher.ECB, NOW)).isInstanceOf(Attempt.First.class);
  }

  @Test
  void aSetIsRememberedToItsLastInstantAndForgottenBehindIt() {
    used.use(
        ONE,
        set(KandyCipher.CBC, minted(KandyCipher.CBC, "help@example.com")),
        KandyCipher.CBC,
        NOW);
    VerifiedTriple later = setAt(KandyCipher.CBC, END);

    assertThat(used.use(ONE, setAt(KandyCipher.CBC, NOW), KandyCipher.CBC, END.minusMillis(1)))
        .isInstanceOf(Attempt.First.class);
    assertThat(used.size()).isEqualTo(2);
    used.use(ONE, later, KandyCipher.CBC, END);
    assertThat(used.size()).isEqualTo(3);
    used.use(ONE, later, KandyCipher.CBC, END.plusMillis(1));
    assertThat(used.size()).isEqualTo(1);
  }

  @Test
  void thereIsRoomForSoManyAndNoMoreUntilSomeExpire() {
    for (int i = 0; i < 3; i++) {
      assertThat(used.use(ONE, setAt(KandyCipher.CBC, NOW), KandyCipher.CBC, NOW))
          .isInstanceOf(Attempt.First.class);
    }
    VerifiedTriple fourth = setAt(KandyCipher.CBC, NOW.plusSeconds(1));
    assertThat(used.use(ONE, fourth, KandyCipher.CBC, END)).isInstanceOf(Attempt.Full.class);
    assertThat(used.use(ONE, fourth, KandyCipher.CBC, END.plusMillis(1)))
        .isInstanceOf(Attempt.First.class);
    assertThat(used.use(ONE, fourth, KandyCipher.CBC, END.plusMillis(1)))
        .isInstanceOf(Attempt.Again.class);
  }

  @Test
  void nobodyTakesTheRoomOfEverybody() {
    UsedSets shared = new UsedSets(3, 2);
    VerifiedTriple third = setAt(KandyCipher.CBC, NOW);
    for (int i = 0; i < 2; i++) {
      shared.use(ONE, setAt(KandyCipher.CBC, NOW), KandyCipher.CBC, NOW);
    }
    assertThat(shared.use(ONE, third, KandyCipher.CBC, END)).isInstanceOf(Attempt.Full.class);
    assertThat(shared.use(OTHER, third, KandyCipher.CBC, END)).isInstanceOf(Attempt.First.class);
    assertThat(shared.use(ONE, third, KandyCipher.CBC, END.plusMillis(1)))
        .isInstanceOf(Attempt.First.class);
  }

  @Test
  void aUseThatIsTakenBackCanBeHadAgain() {
    VerifiedTriple set = setAt(KandyCipher.CBC, NOW);
    Attempt.First first = (Attempt.First) used.use(ONE, set, KandyCipher.CBC, NOW);
    used.takeBack(first.use());
    assertThat(used.size()).isZero();
    assertThat(used.use(ONE, set, KandyCipher.CBC, NOW)).isInstanceOf(Attempt.First.class);
  }

  @Test
  void ofManyAtTheSameMomentOneIsTheFirst() throws Exception {
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 50; round++) {
        UsedSets fresh = new UsedSets(10, 10);
        VerifiedTriple set = setAt(KandyCipher.CBC, NOW);
        CyclicBarrier together = new CyclicBarrier(threads);
        List<Callable<Attempt>> attempts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          attempts.add(() -> {
            together.await();
            return fresh.use(ONE, set, KandyCipher.CBC, NOW);
          });
        }
        int firsts = 0;
        for (Future<Attempt> attempt : pool.invokeAll(attempts)) {
          firsts += attempt.get() instanceof Attempt.First ? 1 : 0;
        }
        assertThat(firsts).isEqualTo(1);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private Triple minted(KandyCipher cipher, String to) {
    return minted(cipher, to, NOW);
  }

  private Triple minted(KandyCipher cipher, String to, Instant at) {
    Identity callee = Identity.of(to);
    Parties parties = new Parties(Identity.of("service@example.com"), Convention.ANONYMOUS, callee);
    return new TripleIssuer(Realms.key(cipher), random, IvUse.PER_TOKEN)
        .issue(parties, at)
        .tokens();
  }

  private VerifiedTriple setAt(KandyCipher cipher, Instant at) {
    return set(cipher, minted(cipher, "help@example.com", at), at);
  }

  private static VerifiedTriple set(KandyCipher cipher, Triple tokens) {
    return set(cipher, tokens, NOW);
  }

  private static VerifiedTriple set(KandyCipher cipher, Triple tokens, Instant at) {
    SetRules rules = SetRules.none().to(AddressPatterns.any()).from(AddressPatterns.any());
    Outcome<VerifiedTriple> outcome =
        Realms.of(cipher, Convention.A, AccountBinding.ANY).verify(tokens, rules, at);
    return ((Outcome.Accepted<VerifiedTriple>) outcome).value();
  }
}
