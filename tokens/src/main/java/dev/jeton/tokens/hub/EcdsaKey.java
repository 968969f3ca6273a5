package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.crypto.P256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
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
    if (!P256.isCurve(key.getParams())) {
      return Outcome.refused(
          Reason.KEY_TYPE_UNSUPPORTED, "of the ECDSA keys only those over P-256 are supported");
    }
    if (!P256.isOnCurve(key.getW())) {
      return Outcome.refused(Reason.MALFORMED, "it is not a point of the curve");
    }
    return Outcome.accepted(
        new EcdsaKey(keys.generatePublic(new ECPublicKeySpec(key.getW(), P256.curve()))));
  }

  @Override
  public byte[] data() {
    return key.getEncoded();
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    return EcdsaSignature.read(signature, P256.curve().getOrder()).isPresent()
        && PlatformSignature.verify("SHA256withECDSA", key, message, signature);
  }

  private static Outcome<VerifyingKey> malformed() {
    return Outcome.refused(
        Reason.MALFORMED, "it is not the SubjectPublicKeyInfo of an ECDSA key over a known curve");
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("every Java platform has P-256", e);
  }
}
