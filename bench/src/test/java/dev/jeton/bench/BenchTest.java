package dev.jeton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchTest {
  @Test
  void withoutAWordTokensIsMeant() {
    assertThat(Bench.withDefault()).containsExactly("tokens");
    assertThat(Bench.withDefault("--quick")).containsExactly("tokens", "--quick");
  }

  @Test
  void aWordOrACryForHelpIsLeftAlone() {
    assertThat(Bench.withDefault("load", "--seconds", "60"))
        .containsExactly("load", "--seconds", "60");
    assertThat(Bench.withDefault("--help")).containsExactly("--help");
  }

  @Test
  void aWordThatIsNoBenchIsWrongUsage() {
    assertThat(Bench.run("tokns")).isEqualTo(2);
  }
}
