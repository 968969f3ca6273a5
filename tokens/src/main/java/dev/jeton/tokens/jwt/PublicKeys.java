package dev.jeton.tokens.jwt;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.crypto.Ed25519PublicKey;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Reads public keys from X.509 SubjectPublicKeyInfo. */
final class PublicKeys {
  /** All that stands before the 32 bytes of an Ed25519 key (RFC 8410). */
  private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

  private PublicKeys() {}

  static Outcome<VerificationKey> ofPem(Algorithm algorithm, String pem) {
    if (algorithm.isSymmetric()) {
      throw new IllegalArgumentException(algorithm.word() + " has secrets, no public keys");
    }
    byte[] der = Pem.bytes("PUBLIC KEY", pem);
    if (der == null) {
      return Outcome.refused(
          Reason.MALFORMED, "a public key is PEM between BEGIN PUBLIC KEY and END PUBLIC KEY");
    }
    return ofDer(algorithm, der);
  }

  static Outcome<VerificationKey> ofDer(Algorithm algorithm, byte[] der) {
    try {
      if (algorithm == Algorithm.RS256) {
        return RsaKey.checked(
            (RSAPublicKey) factory("RSA").generatePublic(new X509EncodedKeySpec(der)));
      }
      if (algorithm == Algorithm.ES256) {
        return P256Key.checked(
            (ECPublicKey) factory("EC").generatePublic(new X509EncodedKeySpec(der)));
      }
    } catch (InvalidKeySpecException e) {
      return notOfThisType(algorithm);
    }
    if (der.length != ED25519.length + Ed25519PublicKey.LENGTH
        || !Arrays.equals(der, 0, ED25519.length, ED25519, 0, ED25519.length)) {
      return notOfThisType(algorithm);
    }
    return Ed25519PublicKey.of(Arrays.copyOfRange(der, ED25519.length, der.length))
        .then(key -> Outcome.accepted(VerificationKey.ed25519(key)));
  }

  private static Outcome<VerificationKey> notOfThisType(Algorithm algorithm) {
    return Outcome.refused(
        Reason.KEY_TYPE_UNSUPPORTED, "it is not a public key for " + algorithm.word());
  }

  static KeyFactory factory(String name) {
    try {
      return KeyFactory.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK's own provider has " + name, e);
    }
  }
}
