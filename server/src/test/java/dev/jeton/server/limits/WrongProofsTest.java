package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Arrival;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WrongProofsTest {
  private static final Arrival HERE = Arriving.from("192.0.2.1");
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private boolean inside;
  private long nanos;
  private final Limits limits =
      new Limits(() -> new Rates(Map.of(Limit.WRONG_PROOFS, 3), inside), 100, () -> nanos);

  @Test
  void afterTooManyWrongProofsNoneFromThereIsLookedAt() {
    for (int i = 0; i < 3; i++) {
      assertThat(limits.proof(HERE)).isEmpty();
      limits.wrongProof(HERE);
    }
    assertThat(limits.proof(HERE)).hasValueSatisfying(quota -> {
      assertThat(quota.over()).isTrue();
      assertThat(quota.name()).isEqualTo("wrong-proofs");
      assertThat(quota.seconds()).isEqualTo(20);
    });
    assertThat(limits.proof(Arriving.from("192.0.2.2"))).isEmpty();
    nanos += 20 * SECOND;
    assertThat(limits.proof(HERE)).isEmpty();
  }

  @Test
  void whoSendsGoodProofsIsNotKeptAmongThoseWhoSendWrongOnes() {
    limits.proof(HERE);
    assertThat(limits.of(Limit.WRONG_PROOFS).size()).isZero();
  }

  @Test
  void wrongProofsOfProgramsHereAreOnlyCountedWhenSet() {
    for (int i = 0; i < 10; i++) {
      limits.wrongProof(Arriving.local());
    }
    assertThat(limits.proof(Arriving.local())).isEmpty();
    inside = true;
    for (int i = 0; i < 10; i++) {
      limits.wrongProof(Arriving.local());
    }
    assertThat(limits.proof(Arriving.local())).isPresent();
  }
}
