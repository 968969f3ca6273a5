package dev.jeton.server.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 over a backup, which begins with its prelude. */
final class Digest {
  static final int BYTES = 32;

  private Digest() {}

  static MessageDigest after(Prelude prelude) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(prelude.bytes().toByteArray());
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
