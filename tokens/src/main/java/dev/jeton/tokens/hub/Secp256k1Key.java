package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;

/**
 * secp256k1: 33 bytes, signatures in DER over SHA-256. The Java platform has dropped this curve, so it
 * takes Bouncy Castle. Load it only when {@link Secp256k1Library#isThere()}.
 */
final class Secp256k1Key implements VerifyingKey {
  private static final int LENGTH = 33;

  private static final ECDomainParameters CURVE = curve();

  private final ECPoint point;

  private Secp256k1Key(ECPoint point) {
    this.point = point;
  }

  static Outcome<VerifyingKey> read(byte[] data) {
    if (data.length != LENGTH || (data[0] != 2 && data[0] != 3)) {
      return Outcome.refused(Reason.MALFORMED, "a secp256k1 key is a compressed point of 33 bytes");
    }
    try {
      return Outcome.accepted(new Secp256k1Key(CURVE.getCurve().decodePoint(data)));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(Reason.MALFORMED, "it is not a point of the curve");
    }
  }

  @Override
  public byte[] data() {
    return point.getEncoded(true);
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    return EcdsaSignature.read(signature, CURVE.getN())
        .map(numbers -> {
          ECDSASigner verifier = new ECDSASigner();
          verifier.init(false, new ECPublicKeyParameters(point, CURVE));
          return verifier.verifySignature(sha256(message), numbers.r(), numbers.s());
        })
        .orElse(false);
  }

  private static byte[] sha256(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static ECDomainParameters curve() {
    X9ECParameters curve = CustomNamedCurves.getByName("secp256k1");
    return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }
}
