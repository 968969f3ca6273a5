package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import dev.jeton.server.http.Quota;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundedLimitsTest {
  private static final Caller APP = caller("app");
  private static final Arrival HERE = Arriving.from("192.0.2.1");
  private static final int BUCKETS = 100;

  private final Map<Limit, Integer> rates = new EnumMap<>(Limit.class);
  private long nanos;
  private final Limits limits = new Limits(() -> new Rates(rates, false), BUCKETS, () -> nanos);

  BoundedLimitsTest() {
    for (Limit limit : Limit.values()) {
      rates.put(limit, 3);
    }
  }

  @Test
  void aNameAsLongAsABodyTakesNoMoreMemoryThanOthers() {
    UserOf user = new UserOf("caller:app", "a".repeat(60_000));
    assertThat(user.user()).hasSizeLessThan(200);
    assertThat(user).isNotEqualTo(new UserOf("caller:app", "a".repeat(60_001)));
  }

  @Test
  void manyAddressesPushOutNoCaller() {
    for (int i = 0; i < 3; i++) {
      mint(APP);
    }
    for (int i = 0; i < 10 * BUCKETS; i++) {
      Arrival one = Arriving.from("10.0." + i / 250 + "." + i % 250);
      limits.request(Need.MINT, new Caller.Anonymous(), one);
      limits.wrongProof(one);
    }
    assertThat(limits.of(Limit.NETWORK).size()).isEqualTo(BUCKETS);
    assertThat(limits.of(Limit.NETWORK).forgotten()).isEqualTo(9 * BUCKETS);
    assertThat(limits.of(Limit.WRONG_PROOFS).size()).isEqualTo(BUCKETS);
    assertThat(mint(APP).over()).isTrue();
  }

  @Test
  void whoWasIdleForLongestIsForgottenFirst() {
    rates.put(Limit.MINT, 2);
    mint(caller("busy"));
    for (int i = 0; i < BUCKETS - 1; i++) {
      mint(caller("idle" + i));
    }
    mint(caller("busy"));
    mint(caller("new"));
    assertThat(mint(caller("busy")).over()).isTrue();
    assertThat(mint(caller("idle0")).left()).isEqualTo(1);
  }

  @Test
  void forgettingWhatIsFullAgainLosesNothing() {
    for (int i = 0; i < BUCKETS; i++) {
      mint(caller("idle" + i));
    }
    nanos += TimeUnit.MINUTES.toNanos(1);
    mint(caller("new"));
    assertThat(limits.of(Limit.MINT).size()).isEqualTo(BUCKETS);
    assertThat(limits.of(Limit.MINT).forgotten()).isZero();
  }

  @Test
  void aNetworkThatHasNothingLeftIsNotForgottenForManyThatHave() {
    for (int i = 0; i < 3; i++) {
      limits.wrongProof(HERE);
    }
    for (int i = 0; i < 10 * BUCKETS; i++) {
      limits.wrongProof(Arriving.from("10.0." + i / 250 + "." + i % 250));
    }
    assertThat(limits.proof(HERE)).map(Quota::over).contains(true);
    assertThat(limits.of(Limit.WRONG_PROOFS).size()).isEqualTo(BUCKETS);
  }

  private Quota mint(Caller caller) {
    return limits.request(Need.MINT, caller, HERE).orElseThrow();
  }

  private static Caller caller(String name) {
    return new Caller.Registered("id of " + name, name, Map.of(), List.of(), false);
  }
}
