package dev.jeton.tokens.crypto;

import java.math.BigInteger;
import java.util.Optional;

/** Tells RSA public keys under which others than the owner can sign. */
public final class RsaStrength {
  /** The shortest modulus, in bits. */
  public static final int MIN_BITS = 2048;

  private static final int[] ROCA_PRIMES = {
    3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
    101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167
  };

  private RsaStrength() {}

  /**
   * What is weak about the key, as a sentence for people: a modulus that is even or has fewer than
   * {@value #MIN_BITS} bits, an exponent that is even or below 3, or the mark of the chips whose keys
   * can be factored (ROCA). Empty when nothing is.
   */
  public static Optional<String> weakness(BigInteger modulus, BigInteger exponent) {
    if (modulus.signum() <= 0 || modulus.bitLength() < MIN_BITS || !modulus.testBit(0)) {
      return Optional.of("an RSA key has an odd modulus of at least " + MIN_BITS + " bits");
    }
    if (exponent.signum() <= 0 || !exponent.testBit(0) || exponent.equals(BigInteger.ONE)) {
      return Optional.of("the public exponent of an RSA key is odd and at least 3");
    }
    return hasRocaFingerprint(modulus)
        ? Optional.of("this RSA key was made by a chip whose keys can be factored (ROCA)")
        : Optional.empty();
  }

  /**
   * CVE-2017-15361: the primes of those chips, and so the modulus, are powers of 65537 modulo every
   * small prime. A good key is so once in some 2^150 times.
   */
  private static boolean hasRocaFingerprint(BigInteger modulus) {
    for (int prime : ROCA_PRIMES) {
      int rest = modulus.mod(BigInteger.valueOf(prime)).intValue();
      int power = 1;
      do {
        power = power * (65537 % prime) % prime;
      } while (power != rest && power != 1);
      if (power != rest) {
        return false;
      }
    }
    return true;
  }
}
