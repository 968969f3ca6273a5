package dev.jeton.tokens.hub;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/** Signature checks of the Java platform, as yes or no. */
final class PlatformSignature {
  private PlatformSignature() {}

  /** The platform throws for what has the wrong length or form; here that is a wrong signature. */
  static boolean verify(String algorithm, PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java platform has no working " + algorithm, e);
    }
  }
}
