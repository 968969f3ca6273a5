package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.crypto.RsaStrength;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/** RSA: SubjectPublicKeyInfo, signatures of PKCS#1 v1.5 over SHA-256. */
final class RsaKey implements VerifyingKey {
  private static final int MAX_BITS = 8192;
  private static final BigInteger MAX_EXPONENT = BigInteger.valueOf(Integer.MAX_VALUE);

  private final PublicKey key;

  private RsaKey(PublicKey key) {
    this.key = key;
  }

  static Outcome<VerifyingKey> read(byte[] spki) {
    try {
      KeyFactory keys = KeyFactory.getInstance("RSA");
      return keys.generatePublic(new X509EncodedKeySpec(spki)) instanceof RSAPublicKey key
          ? checked(keys, key.getModulus(), key.getPublicExponent())
              .then(read -> read.ifWritten(spki))
          : malformed();
    } catch (InvalidKeySpecException e) {
      return malformed();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static Outcome<VerifyingKey> checked(
      KeyFactory keys, BigInteger modulus, BigInteger exponent) throws GeneralSecurityException {
    int bits = modulus.bitLength();
    if (bits > MAX_BITS) {
      return Outcome.refused(
          Reason.TOO_LARGE, "its modulus has " + bits + " bits, at most " + MAX_BITS);
    }
    Optional<String> weakness = RsaStrength.weakness(modulus, exponent);
    if (weakness.isPresent()) {
      return Outcome.refused(Reason.WEAK_KEY, weakness.get());
    }
    if (exponent.compareTo(MAX_EXPONENT) > 0) {
      return Outcome.refused(Reason.MALFORMED, "its exponent has more than 31 bits");
    }
    return Outcome.accepted(
        new RsaKey(keys.generatePublic(new RSAPublicKeySpec(modulus, exponent))));
  }

  @Override
  public byte[] data() {
    return key.getEncoded();
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    return PlatformSignature.verify("SHA256withRSA", key, message, signature);
  }

  private static Outcome<VerifyingKey> malformed() {
    return Outcome.refused(Reason.MALFORMED, "it is not the SubjectPublicKeyInfo of an RSA key");
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("every Java platform has RSA", e);
  }
}
