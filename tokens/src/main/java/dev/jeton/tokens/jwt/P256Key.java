package dev.jeton.tokens.jwt;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.crypto.P256;
import dev.jeton.tokens.json.JsonObject;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import java.util.HexFormat;

/** ES256: ECDSA on P-256 with SHA-256, the signature as r and s of 32 bytes each. */
record P256Key(ECPublicKey key) implements PublicCheck {
  /** What stands before x and y in the ECPrivateKey of RFC 5915. */
  private static final byte[] PUBLIC_HALF = HexFormat.of().parseHex("a14403420004");

  private static final int COORDINATE = 32;
  private static final ThreadLocal<Signature> OF_THREAD =
      ThreadLocal.withInitial(() -> Signatures.named("SHA256withECDSAinP1363Format"));

  static Outcome<VerificationKey> checked(ECPublicKey key) {
    if (!P256.isCurve(key.getParams())) {
      return Outcome.refused(Reason.KEY_TYPE_UNSUPPORTED, "ES256 takes keys on P-256 alone");
    }
    if (!P256.isOnCurve(key.getW())) {
      return Outcome.refused(Reason.MALFORMED, "it is not a point of P-256");
    }
    return Outcome.accepted(new VerificationKey(Algorithm.ES256, new P256Key(key), false));
  }

  /** The key at this point. */
  static Outcome<VerificationKey> at(byte[] x, byte[] y) {
    try {
      ECPoint point = new ECPoint(new BigInteger(1, x), new BigInteger(1, y));
      if (!P256.isOnCurve(point)) {
        return Outcome.refused(Reason.MALFORMED, "it is not a point of P-256");
      }
      return checked((ECPublicKey)
          PublicKeys.factory("EC").generatePublic(new ECPublicKeySpec(point, P256.curve())));
    } catch (InvalidKeySpecException e) {
      throw new IllegalStateException("a point of P-256 makes a key", e);
    }
  }

  /** The key whose point stands at the end of a private key in PKCS#8. */
  static Outcome<VerificationKey> publicHalf(byte[] privateDer) {
    int point = privateDer.length - 2 * COORDINATE;
    int tag = point - PUBLIC_HALF.length;
    if (tag < 0 || !Arrays.equals(privateDer, tag, point, PUBLIC_HALF, 0, PUBLIC_HALF.length)) {
      return Outcome.refused(
          Reason.KEY_TYPE_UNSUPPORTED, "it is not a P-256 key that holds its public half");
    }
    return at(
        Arrays.copyOfRange(privateDer, point, point + COORDINATE),
        Arrays.copyOfRange(privateDer, point + COORDINATE, privateDer.length));
  }

  static SignatureMaker maker(PrivateKey key) {
    return (message, length) -> Signatures.sign(OF_THREAD.get(), key, message, length);
  }

  /** The JDK of some years took r and s of 0 for every message (CVE-2022-21449). */
  @Override
  public boolean verifies(byte[] message, int length, byte[] signature) {
    return signature.length == 2 * COORDINATE
        && isInRange(Arrays.copyOf(signature, COORDINATE))
        && isInRange(Arrays.copyOfRange(signature, COORDINATE, 2 * COORDINATE))
        && Signatures.verifies(OF_THREAD.get(), key, message, length, signature);
  }

  @Override
  public int signatureLength() {
    return 2 * COORDINATE;
  }

  @Override
  public JsonObject requiredMembers() {
    return JsonObject.builder()
        .put("crv", "P-256")
        .put("kty", "EC")
        .put("x", PublicCheck.number(key.getW().getAffineX(), COORDINATE))
        .put("y", PublicCheck.number(key.getW().getAffineY(), COORDINATE))
        .build();
  }

  /** The other signature that this one proves as good: r and n - s. */
  static byte[] twin(byte[] signature) {
    if (signature.length != 2 * COORDINATE) {
      return signature.clone();
    }
    byte[] second = Arrays.copyOfRange(signature, COORDINATE, 2 * COORDINATE);
    if (!isInRange(second)) {
      return signature.clone();
    }
    byte[] other = P256.curve().getOrder().subtract(new BigInteger(1, second)).toByteArray();
    byte[] twin = Arrays.copyOf(signature, 2 * COORDINATE);
    Arrays.fill(twin, COORDINATE, twin.length, (byte) 0);
    int length = Math.min(other.length, COORDINATE);
    System.arraycopy(other, other.length - length, twin, twin.length - length, length);
    return twin;
  }

  private static boolean isInRange(byte[] bytes) {
    BigInteger number = new BigInteger(1, bytes);
    return number.signum() > 0 && number.compareTo(P256.curve().getOrder()) < 0;
  }
}
