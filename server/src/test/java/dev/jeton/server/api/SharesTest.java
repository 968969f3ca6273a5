package dev.jeton.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private int taken;
  private int counts;

  private int count() {
    counts++;
    return taken;
  }

  private boolean take(Shares shares, String whose, Instant now) {
    boolean took = shares.take(whose, now, this::count);
    taken += took ? 1 : 0;
    return took;
  }

  @Test
  void givesAsManyAsTheShareHasAndCountsSeldom() {
    Shares shares = new Shares(1000);
    long given = IntStream.range(0, 1100).filter(i -> take(shares, "ann", NOON)).count();
    assertThat(given).isEqualTo(1000);
    assertThat(counts).isLessThan(80);
  }

  @Test
  void eightNodesAtOnceOverrunItByLittle() {
    Shares[] nodes = new Shares[8];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = new Shares(800);
    }
    long given =
        IntStream.range(0, 2000).filter(i -> take(nodes[i % 8], "ann", NOON)).count();
    assertThat(given).isBetween(800L, 880L);
  }

  @Test
  void aFullShareIsCountedAgainAfterAWhileAndAnotherOneIsNotFull() {
    Shares shares = new Shares(1);
    taken = 1;
    assertThat(take(shares, "ann", NOON)).isFalse();
    taken = 0;
    assertThat(take(shares, "ann", NOON.plusSeconds(9))).isFalse();
    assertThat(take(shares, "bob", NOON)).isTrue();
    taken = 0;
    assertThat(take(shares, "ann", NOON.plusSeconds(10))).isTrue();
  }
}
