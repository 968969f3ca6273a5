package dev.jeton.tokens.jwt;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.crypto.Ed25519PrivateKey;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Reads private keys from PKCS#8. */
final class PrivateKeys {
  /** All that stands before the 32 bytes of an Ed25519 seed (RFC 8410). */
  private static final byte[] ED25519 = HexFormat.of().parseHex("302e020100300506032b657004220420");

  private PrivateKeys() {}

  static Outcome<SigningKey> ofPem(Algorithm algorithm, Secret pem) {
    if (algorithm.isSymmetric()) {
      throw new IllegalArgumentException(algorithm.word() + " has secrets, no private keys");
    }
    byte[] der = Pem.bytes(
        "PRIVATE KEY",
        new String(pem.reveal(SecretAccess.forCryptography()), StandardCharsets.UTF_8));
    if (der == null) {
      return Outcome.refused(
          Reason.MALFORMED, "a private key is PEM between BEGIN PRIVATE KEY and END PRIVATE KEY");
    }
    try {
      return switch (algorithm) {
        case RS256 -> rsa(der);
        case ES256 -> p256(der);
        default -> ed25519(der);
      };
    } catch (InvalidKeySpecException e) {
      return notOfThisType(algorithm);
    }
  }

  private static Outcome<SigningKey> rsa(byte[] der) throws InvalidKeySpecException {
    PrivateKey key = PublicKeys.factory("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    if (!(key instanceof RSAPrivateCrtKey crt)) {
      return notOfThisType(Algorithm.RS256);
    }
    RSAPublicKey publicKey = (RSAPublicKey) PublicKeys.factory("RSA")
        .generatePublic(new RSAPublicKeySpec(crt.getModulus(), crt.getPublicExponent()));
    return RsaKey.checked(publicKey)
        .then(check -> Outcome.accepted(new SigningKey(RsaKey.maker(key), check)));
  }

  private static Outcome<SigningKey> p256(byte[] der) throws InvalidKeySpecException {
    PrivateKey key = PublicKeys.factory("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    return P256Key.publicHalf(der).then(check -> paired(new SigningKey(P256Key.maker(key), check)));
  }

  /** The two halves are read from two places, so they may be of two keys. */
  private static Outcome<SigningKey> paired(SigningKey key) {
    byte[] message = {};
    return key.verificationKey().verifies(message, 0, key.sign(message, 0))
        ? Outcome.accepted(key)
        : Outcome.refused(Reason.MALFORMED, "its public half is that of another key");
  }

  private static Outcome<SigningKey> ed25519(byte[] der) {
    if (der.length != ED25519.length + Ed25519PrivateKey.SEED_LENGTH
        || !Arrays.equals(der, 0, ED25519.length, ED25519, 0, ED25519.length)) {
      return notOfThisType(Algorithm.ED25519);
    }
    Secret seed = Secret.ofBytes(Arrays.copyOfRange(der, ED25519.length, der.length));
    return Outcome.accepted(SigningKey.ed25519(Ed25519PrivateKey.ofSeed(seed)));
  }

  private static Outcome<SigningKey> notOfThisType(Algorithm algorithm) {
    return Outcome.refused(
        Reason.KEY_TYPE_UNSUPPORTED, "it is not a private key for " + algorithm.word());
  }
}
