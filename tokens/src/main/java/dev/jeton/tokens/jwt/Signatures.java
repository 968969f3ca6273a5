package dev.jeton.tokens.jwt;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/** The JDK's signatures, without the faults that cannot happen with keys that were checked. */
final class Signatures {
  private Signatures() {}

  static Signature named(String name) {
    try {
      return Signature.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK's own provider has " + name, e);
    }
  }

  static byte[] sign(Signature signature, PrivateKey key, byte[] message, int length) {
    try {
      signature.initSign(key);
      signature.update(message, 0, length);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this key does not sign", e);
    }
  }

  static boolean verifies(
      Signature signature, PublicKey key, byte[] message, int length, byte[] candidate) {
    try {
      signature.initVerify(key);
      signature.update(message, 0, length);
      return signature.verify(candidate);
    } catch (SignatureException e) {
      return false;
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the key was checked before", e);
    }
  }
}
