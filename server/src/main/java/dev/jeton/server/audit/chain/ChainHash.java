package dev.jeton.server.audit.chain;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The rule that ties a line to the one before it: SHA-256 over the previous hash and the line. */
final class ChainHash {
  static final int BYTES = 32;

  private static final byte CLOSING_BRACE = '}';

  private final MessageDigest digest;

  ChainHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Puts the hash of a line into {@code out}, which may be {@code previous} itself.
   *
   * @param to where the hash member begins or will begin; the closing brace is added here
   */
  void of(byte[] previous, byte[] line, int from, int to, byte[] out) {
    digest.update(previous, 0, BYTES);
    digest.update(line, from, to - from);
    digest.update(CLOSING_BRACE);
    try {
      digest.digest(out, 0, BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("a hash needs " + BYTES + " bytes", e);
    }
  }
}
