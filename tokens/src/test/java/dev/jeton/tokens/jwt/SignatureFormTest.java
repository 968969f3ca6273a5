package dev.jeton.tokens.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.json.JsonObject;
import java.math.BigInteger;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 7518 section 3: how long a signature is, and which numbers of ECDSA are none. */
class SignatureFormTest {
  private static final byte[] MESSAGE = {1, 2, 3};
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  @ParameterizedTest
  @EnumSource
  void aSignatureOfAnotherLengthIsABadOne(Algorithm algorithm) {
    SigningKey key = TestKeys.of(algorithm);
    byte[] signature = key.sign(MESSAGE, MESSAGE.length);
    VerificationKey verification = key.verificationKey();
    assertThat(signature).hasSize(verification.check().signatureLength());
    assertThat(verification.verifies(MESSAGE, MESSAGE.length, signature)).isTrue();
    for (int length :
        new int[] {0, 1, signature.length / 2, signature.length - 1, signature.length + 1}) {
      assertThat(verification.verifies(MESSAGE, MESSAGE.length, Arrays.copyOf(signature, length)))
          .as("%d bytes", length)
          .isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyChangedBitIsSeen(Algorithm algorithm) {
    SigningKey key = TestKeys.of(algorithm);
    byte[] signature = key.sign(MESSAGE, MESSAGE.length);
    for (int bit = 0; bit < 8 * signature.length; bit += 5) {
      byte[] changed = signature.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(key.verificationKey().verifies(MESSAGE, MESSAGE.length, changed))
          .isFalse();
    }
  }

  /** CVE-2022-21449: the JDK of 2022 took zeros for the signature of everything. */
  @Test
  void rAndSAreFrom1ToTheOrderLess1() {
    SigningKey key = TestKeys.of(Algorithm.ES256);
    BigInteger[] outside = {BigInteger.ZERO, ORDER, ORDER.add(BigInteger.ONE)};
    BigInteger[] any = {BigInteger.ZERO, BigInteger.ONE, ORDER.subtract(BigInteger.ONE), ORDER};
    for (BigInteger bad : outside) {
      for (BigInteger other : any) {
        assertThat(key.verificationKey().verifies(MESSAGE, 3, pair(bad, other))).isFalse();
        assertThat(key.verificationKey().verifies(MESSAGE, 3, pair(other, bad))).isFalse();
      }
    }
  }

  /** Who has r and s can write down n - s, so a token with such a signature has two texts. */
  @Test
  void theTwinOfAnEs256SignatureIsItsOtherSpelling() {
    SigningKey key = TestKeys.of(Algorithm.ES256);
    byte[] signature = key.sign(MESSAGE, MESSAGE.length);
    byte[] twin = P256Key.twin(signature);
    assertThat(twin).isNotEqualTo(signature).hasSize(64);
    assertThat(key.verificationKey().verifies(MESSAGE, MESSAGE.length, twin)).isTrue();
    assertThat(P256Key.twin(twin)).isEqualTo(signature);
    assertThat(P256Key.twin(pair(BigInteger.ONE, ORDER.subtract(BigInteger.ONE))))
        .isEqualTo(pair(BigInteger.ONE, BigInteger.ONE));
    assertThat(P256Key.twin(pair(BigInteger.ONE, BigInteger.ONE)))
        .isEqualTo(pair(BigInteger.ONE, ORDER.subtract(BigInteger.ONE)));
    for (BigInteger none : new BigInteger[] {BigInteger.ZERO, ORDER}) {
      assertThat(P256Key.twin(pair(BigInteger.ONE, none))).isEqualTo(pair(BigInteger.ONE, none));
    }
  }

  @Test
  void everySpellingOfATokenCountsAndNoOtherAlgorithmHasTwo() {
    for (Algorithm algorithm : Algorithm.values()) {
      SigningKey key = TestKeys.of(algorithm);
      String text = Jwt.of(JsonObject.builder().put("iss", "a").build()).signedBy(key);
      List<String> spellings =
          ((Outcome.Accepted<RawJwt>) RawJwt.parse(text)).value().spellings();
      assertThat(spellings).startsWith(text).hasSize(algorithm == Algorithm.ES256 ? 2 : 1);
      for (String one : spellings) {
        assertThat(RawJwt.parse(one).then(jwt -> jwt.verifiedBy(key.verificationKey())))
            .isInstanceOf(Outcome.Accepted.class);
      }
    }
  }

  @Test
  void derInsteadOfTwoNumbersIsABadSignature() throws Exception {
    Signature der = Signature.getInstance("SHA256withECDSA");
    der.initSign(TestKeys.P256_PAIR.getPrivate());
    der.update(MESSAGE);
    assertThat(TestKeys.of(Algorithm.ES256).verificationKey().verifies(MESSAGE, 3, der.sign()))
        .isFalse();
  }

  private static byte[] pair(BigInteger r, BigInteger s) {
    return HexFormat.of().parseHex(String.format("%064x%064x", r, s));
  }
}
