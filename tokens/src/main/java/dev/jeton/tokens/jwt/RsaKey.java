package dev.jeton.tokens.jwt;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;

/** RS256: RSASSA-PKCS1-v1_5 with SHA-256. */
record RsaKey(RSAPublicKey key) implements SignatureCheck {
  private static final int MIN_BITS = 2048;

  /** Above this a single check takes long enough to be used against a server. */
  private static final int MAX_BITS = 8192;

  private static final int MAX_EXPONENT_BITS = 64;

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
    return Outcome.accepted(new VerificationKey(Algorithm.RS256, new RsaKey(key), false));
  }

  static SignatureMaker maker(PrivateKey key) {
    return (message, length) -> Signatures.sign(OF_THREAD.get(), key, message, length);
  }

  @Override
  public boolean verifies(byte[] message, int length, byte[] signature) {
    if (signature.length != (key.getModulus().bitLength() + 7) / 8) {
      return false;
    }
    return Signatures.verifies(OF_THREAD.get(), key, message, length, signature);
  }
}
