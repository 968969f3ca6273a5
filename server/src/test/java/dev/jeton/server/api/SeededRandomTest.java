package dev.jeton.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeededRandomTest {
  private static final byte[] SEED = new byte[SeededRandom.SEED_BYTES];

  private static long[] numbers(byte[] seed) {
    SeededRandom random = new SeededRandom(seed);
    return LongStream.generate(random::nextLong).limit(100).toArray();
  }

  @Test
  void theSameSeedGivesTheSameNumbersAndAnotherGivesOthers() {
    byte[] other = SEED.clone();
    other[31] = 1;
    assertThat(numbers(SEED)).isEqualTo(numbers(SEED));
    assertThat(numbers(other)).doesNotContain(numbers(SEED));
    assertThat(LongStream.of(numbers(SEED)).distinct().count()).isEqualTo(100);
  }

  @Test
  void itsFirstNumberIsThatOfTheFirstHash() {
    assertThat(Long.toHexString(new SeededRandom(SEED).nextLong()))
        .as("SHA-256 of forty zero bytes")
        .isEqualTo("2c34ce1df23b838c");
  }
}
