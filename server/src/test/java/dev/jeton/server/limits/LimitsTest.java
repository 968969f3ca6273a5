package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import dev.jeton.server.http.Quota;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  private static final Caller APP = caller("app");
  private static final Caller ANYBODY = new Caller.Anonymous();
  private static final Arrival HERE = Arriving.from("192.0.2.1");
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Map<Limit, Integer> rates = new EnumMap<>(Limit.class);
  private boolean inside;
  private long nanos = -5 * SECOND;
  private final Limits limits = new Limits(() -> new Rates(rates, inside), 100, () -> nanos);

  LimitsTest() {
    for (Limit limit : Limit.values()) {
      rates.put(limit, 3);
    }
  }

  @Test
  void aCallerGetsAsManyAsTheLimitSaysAndNotOneMore() {
    for (int left = 2; left >= 0; left--) {
      Quota quota = mint(APP);
      assertThat(quota.over()).isFalse();
      assertThat(quota.left()).isEqualTo(left);
    }
    Quota over = mint(APP);
    assertThat(over.over()).isTrue();
    assertThat(over.left()).isZero();
    assertThat(over.seconds()).isEqualTo(20);
    assertThat(limits.of(Limit.MINT).refused()).isOne();
  }

  @Test
  void oneUserOfACallerDoesNotUseUpWhatIsForAll() {
    Caller alice = new Caller.Registered("c1", "app", Map.of("sub", "alice"), List.of(), false);
    Caller bob = new Caller.Registered("c1", "app", Map.of("sub", "bob"), List.of(), false);
    rates.put(Limit.REQUESTER, 2);
    assertThat(mint(alice).over()).isFalse();
    assertThat(mint(alice).over()).isFalse();
    assertThat(mint(alice).name()).isEqualTo("requester");
    assertThat(mint(bob).over()).isFalse();
    assertThat(mint(bob).name()).isEqualTo("mint");
    assertThat(mint(bob).over()).isTrue();
  }

  @Test
  void whoWaitsAsLongAsItWasToldIsLetInAndNotSooner() {
    useUp(APP);
    long seconds = mint(APP).seconds();
    nanos += seconds * SECOND - 1;
    assertThat(mint(APP).over()).isTrue();
    nanos += 1;
    assertThat(mint(APP).over()).isFalse();
    assertThat(mint(APP).over()).isTrue();
  }

  @Test
  void afterAWindowAllOfItIsThereAgainAndNoMore() {
    useUp(APP);
    nanos += TimeUnit.HOURS.toNanos(1);
    useUp(APP);
    assertThat(mint(APP).over()).isTrue();
  }

  @Test
  void ofManyAtATimeNoneSlipsThrough() throws Exception {
    rates.put(Limit.MINT, 50);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Quota>> asks = Collections.nCopies(400, () -> mint(APP));
      int let = 0;
      for (Future<Quota> ask : threads.invokeAll(asks)) {
        let += ask.get().over() ? 0 : 1;
      }
      assertThat(let).isEqualTo(50);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void itTellsWhenNothingIsUsedAnyMore() {
    assertThat(mint(APP).seconds()).isEqualTo(20);
    assertThat(mint(APP).seconds()).isEqualTo(40);
  }

  @Test
  void callersDoNotUseUpEachOthersShare() {
    useUp(APP);
    assertThat(mint(caller("other")).over()).isFalse();
  }

  @Test
  void aNewNameGivesNoNewShareAndAFreedOneNoUsedUpOne() {
    useUp(new Caller.Registered("c1", "app", Map.of(), List.of(), false));
    assertThat(mint(new Caller.Registered("c1", "renamed", Map.of(), List.of(), false))
            .over())
        .isTrue();
    assertThat(
            mint(new Caller.Registered("c2", "app", Map.of(), List.of(), false)).over())
        .isFalse();
  }

  @Test
  void mintingVerifyingAndAdministeringAreCountedApart() {
    useUp(APP);
    assertThat(limits.request(Need.VERIFY, APP, HERE)).hasValueSatisfying(LimitsTest::let);
    assertThat(limits.request(Need.ADMINISTRATION, APP, HERE)).hasValueSatisfying(LimitsTest::let);
  }

  @Test
  void doorsThatAreOpenOrInsideAreNotLimited() {
    assertThat(limits.request(Need.OPEN, ANYBODY, HERE)).isEmpty();
    assertThat(limits.request(Need.INSIDE, new Caller.Local(), Arriving.local()))
        .isEmpty();
  }

  @Test
  void whoBringsNoProofIsCountedByItsAddressWhateverItAsks() {
    for (Need need : List.of(Need.MINT, Need.VERIFY, Need.MINT)) {
      assertThat(limits.request(need, ANYBODY, HERE)).hasValueSatisfying(LimitsTest::let);
    }
    assertThat(limits.request(Need.MINT, ANYBODY, HERE).map(Quota::name)).contains("network");
    assertThat(limits.request(Need.VERIFY, ANYBODY, HERE).map(Quota::over)).contains(true);
    assertThat(limits.request(Need.VERIFY, ANYBODY, Arriving.from("192.0.2.2")))
        .hasValueSatisfying(LimitsTest::let);
    assertThat(mint(APP).over()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "192.0.2.1, ::ffff:192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false"
  })
  void aCustomersAddressesInVersion6CountAsOne(String one, String other, boolean same) {
    rates.put(Limit.NETWORK, 1);
    limits.request(Need.MINT, ANYBODY, Arriving.from(one));
    assertThat(limits.request(Need.MINT, ANYBODY, Arriving.from(other)).map(Quota::over))
        .contains(same);
  }

  @Test
  void programsHereAndTheOperatorAreSparedUnlessSetOtherwise() {
    for (Caller spared : List.of(new Caller.Local(), new Caller.Operator())) {
      inside = false;
      assertThat(limits.request(Need.MINT, spared, Arriving.local())).isEmpty();
      assertThat(limits.user(spared, "alice")).isEmpty();
      inside = true;
      assertThat(limits.request(Need.MINT, spared, Arriving.local())).isPresent();
      assertThat(limits.user(spared, "alice")).isPresent();
    }
  }

  @Test
  void zeroSetsNoLimit() {
    for (Limit limit : Limit.values()) {
      rates.put(limit, 0);
    }
    assertThat(limits.request(Need.MINT, APP, HERE)).isEmpty();
    assertThat(limits.request(Need.MINT, ANYBODY, HERE)).isEmpty();
    assertThat(limits.user(APP, "alice")).isEmpty();
    for (int i = 0; i < 100; i++) {
      limits.wrongProof(HERE);
    }
    assertThat(limits.proof(HERE)).isEmpty();
  }

  @Test
  void aLimitThatIsChangedHoldsAtOnce() {
    useUp(APP);
    rates.put(Limit.MINT, 5);
    assertThat(mint(APP).left()).isEqualTo(4);
  }

  @Test
  void usersAreCountedForEachCallerApart() {
    rates.put(Limit.USER, 1);
    assertThat(limits.user(APP, "alice").map(Quota::over)).contains(false);
    assertThat(limits.user(APP, "alice").map(Quota::over)).contains(true);
    assertThat(limits.user(APP, "bob").map(Quota::over)).contains(false);
    assertThat(limits.user(caller("other"), "alice").map(Quota::over)).contains(false);
  }

  @Test
  void usersThatNobodyVouchesForAreNotCounted() {
    assertThat(limits.user(ANYBODY, "alice")).isEmpty();
  }

  @Test
  void aRequestForSeveralThingsGetsAllOrNothing() {
    mint(APP);
    assertThat(more(2).left()).isZero();
    nanos += 40 * SECOND;
    mint(APP);
    Quota over = more(2);
    assertThat(over.over()).isTrue();
    assertThat(over.left()).isOne();
  }

  @Test
  void itIsToldToWaitUntilAllOfItAndTheRequestItselfAreLetIn() {
    useUp(APP);
    nanos += 20 * SECOND;
    mint(APP);
    assertThat(more(2).seconds()).isEqualTo(60);
    nanos += 60 * SECOND;
    mint(APP);
    assertThat(more(2).over()).isFalse();
  }

  @Test
  void aRequestForMoreThanTheLimitCanNeverBeLetIn() {
    mint(APP);
    Quota over = more(3);
    assertThat(over.over()).isTrue();
    assertThat(over.seconds()).isZero();
  }

  private Quota mint(Caller caller) {
    return limits.request(Need.MINT, caller, HERE).orElseThrow();
  }

  private Quota more(int times) {
    return limits.more(Need.MINT, APP, HERE, times).orElseThrow();
  }

  private void useUp(Caller caller) {
    for (int i = 0; i < 3; i++) {
      assertThat(mint(caller).over()).isFalse();
    }
  }

  private static void let(Quota quota) {
    assertThat(quota.over()).isFalse();
  }

  private static Caller caller(String name) {
    return new Caller.Registered("id of " + name, name, Map.of(), List.of(), false);
  }
}
