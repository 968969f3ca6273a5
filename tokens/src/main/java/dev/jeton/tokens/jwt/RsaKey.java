package dev.jeton.tokens.jwt;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.json.JsonObject;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;

/** RS256: RSASSA-PKCS1-v1_5 with SHA-256. */
record RsaKey(RSAPublicKey key) implements PublicCheck {
  private static final int MIN_BITS = 2048;

  /** Above this a single check takes long enough to be used against a server. */
  private static final int MAX_BITS = 8192;

  private static final int MAX_EXPONENT_BITS = 64;

  private static final int[] ROCA_PRIMES = {
    3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
    101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167
  };

  private static final ThreadLocal<Signature> OF_THREAD =
      ThreadLocal.withInitial(() -> Signatures.named("SHA256withRSA"));

  static Outcome<VerificationKey> checked(RSAPublicKey key) {
    BigInteger modulus = key.getModulus();
    BigInteger exponent = key.getPublicExponent();
    if (modulus.signum() <= 0 || modulus.bitLength() < MIN_BITS || !modulus.testBit(0)) {
      return Outcome.refused(
          Reason.WEAK_KEY, "an RSA key has an odd modulus of at least " + MIN_BITS + " bit");
    }
    if (modulus.bitLength() > MAX_BITS) {
      return Outcome.refused(
          Reason.KEY_TYPE_UNSUPPORTED, "RSA keys are taken up to " + MAX_BITS + " bit");
    }
    if (exponent.signum() <= 0 || !exponent.testBit(0) || exponent.equals(BigInteger.ONE)) {
      return Outcome.refused(
          Reason.WEAK_KEY, "the public exponent of an RSA key is odd and at least 3");
    }
    if (exponent.bitLength() > MAX_EXPONENT_BITS) {
      return Outcome.refused(
          Reason.KEY_TYPE_UNSUPPORTED,
          "public exponents of RSA are taken up to " + MAX_EXPONENT_BITS + " bit");
    }
    if (hasRocaFingerprint(modulus)) {
      return Outcome.refused(
          Reason.WEAK_KEY, "this RSA key was made by a chip whose keys can be factored (ROCA)");
    }
    return Outcome.accepted(new VerificationKey(Algorithm.RS256, new RsaKey(key), false));
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

  /** The key with these two numbers, neither of them negative. */
  static Outcome<VerificationKey> of(BigInteger modulus, BigInteger exponent) {
    try {
      return checked((RSAPublicKey)
          PublicKeys.factory("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
    } catch (InvalidKeySpecException e) {
      return Outcome.refused(Reason.WEAK_KEY, "no RSA key that the JDK takes");
    }
  }

  static SignatureMaker maker(PrivateKey key) {
    return (message, length) -> Signatures.sign(OF_THREAD.get(), key, message, length);
  }

  @Override
  public boolean verifies(byte[] message, int length, byte[] signature) {
    return signature.length == signatureLength()
        && Signatures.verifies(OF_THREAD.get(), key, message, length, signature);
  }

  @Override
  public int signatureLength() {
    return (key.getModulus().bitLength() + 7) / 8;
  }

  @Override
  public JsonObject requiredMembers() {
    BigInteger exponent = key.getPublicExponent();
    return JsonObject.builder()
        .put("e", PublicCheck.number(exponent, (exponent.bitLength() + 7) / 8))
        .put("kty", "RSA")
        .put("n", PublicCheck.number(key.getModulus(), signatureLength()))
        .build();
  }
}
