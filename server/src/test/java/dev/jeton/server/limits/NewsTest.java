package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewsTest {
  private final News news = News.of(100);
  private final Limits limits = new Limits(
      () -> new Rates(Map.of(Limit.NETWORK, 5, Limit.WRONG_PROOFS, 3, Limit.USER, 5), false),
      10_000,
      () -> 0,
      news);

  private void flood(int networks) {
    for (int i = 0; i < networks; i++) {
      limits.request(
          Need.MINT,
          new Caller.Anonymous(),
          Arriving.from("10.0." + i / 250 + "." + (1 + i % 250)));
    }
  }

  @Test
  void aFloodOfOneLimitPushesOutNothingOfAnother() {
    flood(1_000);
    limits.wrongProof(SharingNode.HERE);
    List<Use> told = limits.news(1_000);
    assertThat(told).hasSize(101);
    assertThat(told).filteredOn(use -> use.limit() == Limit.WRONG_PROOFS).hasSize(1);
    assertThat(limits.untold(Limit.NETWORK)).isEqualTo(900);
    assertThat(limits.untold(Limit.WRONG_PROOFS)).isZero();
  }

  @Test
  void eachLimitHasItsShareOfARound() {
    flood(100);
    limits.user(SharingNode.APP, "alice");
    limits.wrongProof(SharingNode.HERE);
    List<Use> told = limits.news(20);
    assertThat(told).hasSize(20);
    assertThat(told).extracting(Use::limit).contains(Limit.USER, Limit.WRONG_PROOFS);
  }
}
