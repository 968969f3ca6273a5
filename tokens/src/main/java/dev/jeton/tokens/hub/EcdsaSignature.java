package dev.jeton.tokens.hub;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@code Ecdsa-Sig-Value} of RFC 3279 in strict DER, both numbers between 1 and the order of the curve.
 * Some releases of Java took zeros for a right signature of anything (CVE-2022-21449), so this looks
 * first.
 */
record EcdsaSignature(BigInteger r, BigInteger s) {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;

  /** For curves of 256 bits. */
  private static final int MAX_LENGTH = 72;

  static Optional<EcdsaSignature> read(byte[] der, BigInteger order) {
    if (der.length < 8
        || der.length > MAX_LENGTH
        || der[0] != SEQUENCE
        || der[1] != der.length - 2) {
      return Optional.empty();
    }
    int rEnd = 4 + der[3];
    if (der[3] <= 0 || rEnd + 2 >= der.length || der[rEnd + 1] != der.length - rEnd - 2) {
      return Optional.empty();
    }
    return number(der, 2, rEnd, order)
        .flatMap(r -> number(der, rEnd, der.length, order).map(s -> new EcdsaSignature(r, s)));
  }

  private static Optional<BigInteger> number(byte[] der, int tag, int end, BigInteger order) {
    byte[] content = Arrays.copyOfRange(der, tag + 2, end);
    boolean shortest = content.length == 1 || content[0] != 0 || content[1] < 0;
    BigInteger number = new BigInteger(content);
    return der[tag] == INTEGER && shortest && number.signum() > 0 && number.compareTo(order) < 0
        ? Optional.of(number)
        : Optional.empty();
  }
}
