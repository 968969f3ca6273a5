package dev.jeton.tokens.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RsaStrengthTest {
  private static final BigInteger F4 = BigInteger.valueOf(65537);
  private static final BigInteger MODULUS = BigInteger.TWO.pow(2048).subtract(BigInteger.ONE);

  @Test
  void aModulusIsOddAndLong() {
    assertThat(RsaStrength.weakness(MODULUS, F4)).isEmpty();
    for (BigInteger weak : new BigInteger[] {
      MODULUS.shiftRight(1), MODULUS.subtract(BigInteger.ONE), MODULUS.negate(), BigInteger.ZERO
    }) {
      assertThat(RsaStrength.weakness(weak, F4))
          .hasValueSatisfying(w -> assertThat(w).contains("modulus"));
    }
  }

  @Test
  void anExponentIsOddAndAtLeastThree() {
    assertThat(RsaStrength.weakness(MODULUS, BigInteger.valueOf(3))).isEmpty();
    for (int weak : new int[] {-3, 0, 1, 2, 65536}) {
      assertThat(RsaStrength.weakness(MODULUS, BigInteger.valueOf(weak)))
          .hasValueSatisfying(w -> assertThat(w).contains("exponent"));
    }
  }

  /** 1 modulo every small prime is a power of 65537 modulo each of them. */
  @Test
  void theMarkOfRocaIsSeen() {
    BigInteger primes = IntStream.rangeClosed(2, 167)
        .mapToObj(BigInteger::valueOf)
        .filter(number -> number.isProbablePrime(20))
        .reduce(BigInteger.ONE, BigInteger::multiply);
    BigInteger marked = MODULUS.divide(primes).multiply(primes).add(BigInteger.ONE);
    assertThat(marked.bitLength()).isEqualTo(2048);
    assertThat(RsaStrength.weakness(marked, F4))
        .hasValueSatisfying(w -> assertThat(w).contains("ROCA"));
  }
}
