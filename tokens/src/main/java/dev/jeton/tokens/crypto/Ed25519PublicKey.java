package dev.jeton.tokens.crypto;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Set;

/**
 * An Ed25519 public key (RFC 8032) that nobody can sign for without its private key: its 32 bytes are
 * the one spelling of a point of the curve, and not one of the eight points of small order, under
 * which anybody can forge.
 */
public final class Ed25519PublicKey {
  /** Length of the key in bytes. */
  public static final int LENGTH = 32;

  /** Length of a signature in bytes. */
  public static final int SIGNATURE_LENGTH = 64;

  /** The prime of the field. */
  static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  /** The y coordinates of the points of order 1, 2, 4 and 8. */
  private static final Set<BigInteger> SMALL_ORDER = Set.of(
      BigInteger.ZERO,
      BigInteger.ONE,
      P.subtract(BigInteger.ONE),
      new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16),
      new BigInteger("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16));

  private static final ThreadLocal<Signature> OF_THREAD =
      ThreadLocal.withInitial(Ed25519PublicKey::signature);

  private final byte[] bytes;
  private final PublicKey key;

  private Ed25519PublicKey(byte[] bytes, PublicKey key) {
    this.bytes = bytes;
    this.key = key;
  }

  /**
   * The key with these 32 bytes. Refuses with MALFORMED for another length, a spelling that is not
   * canonical and a point that is not on the curve, and with WEAK_KEY for a point of small order.
   */
  public static Outcome<Ed25519PublicKey> of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      return Outcome.refused(Reason.MALFORMED, "an Ed25519 public key has " + LENGTH + " bytes");
    }
    byte[] bigEndian = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      bigEndian[i] = bytes[LENGTH - 1 - i];
    }
    boolean odd = bigEndian[0] < 0;
    bigEndian[0] &= 0x7f;
    BigInteger y = new BigInteger(1, bigEndian);
    if (y.compareTo(P) >= 0) {
      return Outcome.refused(Reason.MALFORMED, "it is not the one spelling of a point");
    }
    if (SMALL_ORDER.contains(y)) {
      return Outcome.refused(Reason.WEAK_KEY, "anybody can forge signatures under this point");
    }
    try {
      PublicKey key = KeyFactory.getInstance("Ed25519")
          .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, y)));
      // Only this decompresses the point, and so finds out whether it is one.
      OF_THREAD.get().initVerify(key);
      return Outcome.accepted(new Ed25519PublicKey(bytes.clone(), key));
    } catch (InvalidKeyException e) {
      return Outcome.refused(Reason.MALFORMED, "it is not a point of the curve");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
    }
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Whether this is the signature of {@code message[0, length)}; one of another length is not. */
  public boolean verifies(byte[] message, int length, byte[] signature) {
    if (signature.length != SIGNATURE_LENGTH) {
      return false;
    }
    try {
      Signature ed25519 = OF_THREAD.get();
      ed25519.initVerify(key);
      ed25519.update(message, 0, length);
      return ed25519.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the key was accepted before", e);
    }
  }

  static Signature signature() {
    try {
      return Signature.getInstance("Ed25519");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ed25519PublicKey that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
