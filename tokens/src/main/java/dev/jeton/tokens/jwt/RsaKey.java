package dev.jeton.tokens.jwt;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.crypto.RsaStrength;
import dev.jeton.tokens.json.JsonObject;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;

/** RS256: RSASSA-PKCS1-v1_5 with SHA-256. */
record RsaKey(RSAPublicKey key) implements PublicCheck {
  /** Above this a single check takes long enough to be used against a server. */
  private static final int MAX_BITS = 8192;

  private static final int MAX_EXPONENT_BITS = 64;

  private static final ThreadLocal<Signature> OF_THREAD =
      ThreadLocal.withInitial(() -> Signatures.named("SHA256withRSA"));

  static Outcome<VerificationKey> checked(RSAPublicKey key) {
    BigInteger modulus = key.getModulus();
    BigInteger exponent = key.getPublicExponent();
    Optional<String> weakness = RsaStrength.weakness(modulus, exponent);
    if (weakness.isPresent()) {
      return Outcome.refused(Reason.WEAK_KEY, weakness.get());
    }
    if (modulus.bitLength() > MAX_BITS) {
      return Outcome.refused(
          Reason.KEY_TYPE_UNSUPPORTED, "RSA keys are taken up to " + MAX_BITS + " bit");
    }
    if (exponent.bitLength() > MAX_EXPONENT_BITS) {
      return Outcome.refused(
          Reason.KEY_TYPE_UNSUPPORTED,
          "public exponents of RSA are taken up to " + MAX_EXPONENT_BITS + " bit");
    }
    return Outcome.accepted(new VerificationKey(Algorithm.RS256, new RsaKey(key), false));
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
