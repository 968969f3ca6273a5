package dev.jeton.tokens.crypto;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/** An Ed25519 private key (RFC 8032), made of its seed. */
public final class Ed25519PrivateKey {
  /** Length of the seed in bytes. */
  public static final int SEED_LENGTH = 32;

  private static final ThreadLocal<Signature> OF_THREAD =
      ThreadLocal.withInitial(Ed25519PublicKey::signature);

  private final PrivateKey key;
  private final Ed25519PublicKey publicKey;

  private Ed25519PrivateKey(PrivateKey key, Ed25519PublicKey publicKey) {
    this.key = key;
    this.publicKey = publicKey;
  }

  /**
   * The key that this seed makes.
   *
   * @throws IllegalArgumentException if the seed does not have 32 bytes
   */
  public static Ed25519PrivateKey ofSeed(Secret seed) {
    if (seed.length() != SEED_LENGTH) {
      throw new IllegalArgumentException(
          "an Ed25519 seed has " + SEED_LENGTH + " bytes, not " + seed.length());
    }
    byte[] bytes = seed.reveal(SecretAccess.forCryptography());
    try {
      PrivateKey key = KeyFactory.getInstance("Ed25519")
          .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, bytes));
      return new Ed25519PrivateKey(key, publicKeyOf(bytes, key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform from 15 on has Ed25519 and X25519", e);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * The JDK does not tell the public key of a seed. X25519 with the same clamped scalar and the base
   * point gives the point's u coordinate, in constant time; the birational map of RFC 7748 section
   * 4.1 makes {@code y = (u - 1) / (u + 1)} of it; which of the two points with that y it is, a
   * signature tells.
   */
  private static Ed25519PublicKey publicKeyOf(byte[] seed, PrivateKey key)
      throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-512").digest(seed);
    byte[] scalar = Arrays.copyOf(hash, 32);
    Arrays.fill(hash, (byte) 0);
    KeyFactory factory = KeyFactory.getInstance("X25519");
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(
        factory.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar)));
    Arrays.fill(scalar, (byte) 0);
    agreement.doPhase(
        factory.generatePublic(
            new XECPublicKeySpec(NamedParameterSpec.X25519, BigInteger.valueOf(9))),
        true);
    BigInteger u = new BigInteger(1, reversed(agreement.generateSecret()));
    BigInteger y = u.subtract(BigInteger.ONE)
        .multiply(u.add(BigInteger.ONE).modInverse(Ed25519PublicKey.P))
        .mod(Ed25519PublicKey.P);
    byte[] message = {};
    byte[] signature = sign(key, message, 0);
    byte[] candidate = reversed(BigInteger.ONE.shiftLeft(255).add(y).toByteArray());
    for (int attempt = 0; attempt < 2; attempt++) {
      // One byte more than 32: the sign byte in front of the highest bit, which comes last here.
      byte[] bytes = Arrays.copyOf(candidate, Ed25519PublicKey.LENGTH);
      if (Ed25519PublicKey.of(bytes) instanceof Outcome.Accepted<Ed25519PublicKey> accepted
          && accepted.value().verifies(message, 0, signature)) {
        return accepted.value();
      }
      candidate[Ed25519PublicKey.LENGTH - 1] &= 0x7f;
    }
    throw new IllegalStateException("neither point with the y of this key verifies its signature");
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  /** The key that verifies what this one signs. */
  public Ed25519PublicKey publicKey() {
    return publicKey;
  }

  /** The 64 bytes of the signature of {@code message[0, length)}; the same each time. */
  public byte[] sign(byte[] message, int length) {
    return sign(key, message, length);
  }

  private static byte[] sign(PrivateKey key, byte[] message, int length) {
    try {
      Signature ed25519 = OF_THREAD.get();
      ed25519.initSign(key);
      ed25519.update(message, 0, length);
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key signs everything", e);
    }
  }

  @Override
  public String toString() {
    return "Ed25519PrivateKey[redacted]";
  }
}
