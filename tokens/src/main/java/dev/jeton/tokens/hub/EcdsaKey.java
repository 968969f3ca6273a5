package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;

/** ECDSA over P-256: SubjectPublicKeyInfo, signatures in DER over SHA-256. */
final class EcdsaKey implements VerifyingKey {
  private final PublicKey key;

  private EcdsaKey(PublicKey key) {
    this.key = key;
  }

  static Outcome<VerifyingKey> read(byte[] spki) {
    try {
      KeyFactory keys = KeyFactory.getInstance("EC");
      return keys.generatePublic(new X509EncodedKeySpec(spki)) instanceof ECPublicKey key
          ? checked(keys, key).then(read -> read.ifWritten(spki))
          : malformed();
    } catch (InvalidKeySpecException e) {
      return malformed();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static Outcome<VerifyingKey> checked(KeyFactory keys, ECPublicKey key)
      throws GeneralSecurityException {
    if (!key.getParams().getCurve().equals(P256.PARAMETERS.getCurve())
        || !key.getParams().getGenerator().equals(P256.PARAMETERS.getGenerator())) {
      return Outcome.refused(
          Reason.KEY_TYPE_UNSUPPORTED, "of the ECDSA keys only those over P-256 are supported");
    }
    if (!isOnCurve(key.getW())) {
      return Outcome.refused(Reason.MALFORMED, "it is not a point of the curve");
    }
    return Outcome.accepted(
        new EcdsaKey(keys.generatePublic(new ECPublicKeySpec(key.getW(), P256.PARAMETERS))));
  }

  private static boolean isOnCurve(ECPoint point) {
    if (point.equals(ECPoint.POINT_INFINITY)) {
      return false;
    }
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    BigInteger right = x.pow(3)
        .add(P256.PARAMETERS.getCurve().getA().multiply(x))
        .add(P256.PARAMETERS.getCurve().getB());
    return x.compareTo(P256.PRIME) < 0
        && y.compareTo(P256.PRIME) < 0
        && y.pow(2).subtract(right).mod(P256.PRIME).signum() == 0;
  }

  @Override
  public byte[] data() {
    return key.getEncoded();
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    return EcdsaSignature.read(signature, P256.PARAMETERS.getOrder()).isPresent()
        && PlatformSignature.verify("SHA256withECDSA", key, message, signature);
  }

  private static Outcome<VerifyingKey> malformed() {
    return Outcome.refused(
        Reason.MALFORMED, "it is not the SubjectPublicKeyInfo of an ECDSA key over a known curve");
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("every Java platform has P-256", e);
  }

  private static final class P256 {
    static final ECParameterSpec PARAMETERS = parameters();
    static final BigInteger PRIME = ((ECFieldFp) PARAMETERS.getCurve().getField()).getP();

    private static ECParameterSpec parameters() {
      try {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
      } catch (GeneralSecurityException e) {
        throw missing(e);
      }
    }
  }
}
