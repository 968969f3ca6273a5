package dev.jeton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void theMedianOfAnOddNumberIsTheMiddleOne() {
    assertThat(Spread.of(9, 1, 4)).isEqualTo(new Spread(1, 4, 9));
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertThat(Spread.of(9, 1, 4, 2)).isEqualTo(new Spread(1, 3, 9));
  }

  @Test
  void printsMedianFirstAndTheRangeBehindIt() {
    assertThat(Spread.of(9.4, 1.25, 4.126).text(2)).isEqualTo("4.13 (1.25..9.40)");
  }
}
