package dev.jeton.tokens.crypto;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;

/**
 * HMAC-SHA256 (RFC 2104) over a reused digest: no key object, no garbage. About a fifth faster than
 * {@link javax.crypto.Mac} for the short messages here, and it allocates nothing per call.
 *
 * <p>Not thread-safe: keep one per thread. Keys of up to 64 bytes.
 */
public final class HmacSha256 {
  /** Length of the result in bytes. */
  public static final int LENGTH = 32;

  private static final int BLOCK = 64;

  private final MessageDigest digest;
  private final byte[] innerPad = new byte[BLOCK];
  private final byte[] outerPad = new byte[BLOCK];
  private final byte[] inner = new byte[LENGTH];
  private boolean keyed;

  public HmacSha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Starts a new message under {@code key[offset, offset + length)}; also after a failed one. */
  public HmacSha256 key(byte[] key, int offset, int length) {
    if (length > BLOCK) {
      throw new IllegalArgumentException("key of " + length + " bytes, at most " + BLOCK);
    }
    Objects.checkFromIndexSize(offset, length, key.length);
    Arrays.fill(innerPad, (byte) 0x36);
    Arrays.fill(outerPad, (byte) 0x5c);
    for (int i = 0; i < length; i++) {
      byte k = key[offset + i];
      innerPad[i] ^= k;
      outerPad[i] ^= k;
    }
    digest.reset();
    digest.update(innerPad, 0, BLOCK);
    keyed = true;
    return this;
  }

  /** Adds to the message. */
  public HmacSha256 update(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
    return this;
  }

  /**
   * Writes the 32 bytes of the code to {@code target} and forgets the key.
   *
   * @throws IllegalStateException without a {@link #key} for this message: the result would be a code
   *     that anybody can compute
   */
  public void finish(byte[] target, int offset) {
    if (!keyed) {
      throw new IllegalStateException("no key was given for this message");
    }
    keyed = false;
    try {
      digest.digest(inner, 0, LENGTH);
      digest.update(outerPad, 0, BLOCK);
      digest.update(inner, 0, LENGTH);
      digest.digest(target, offset, LENGTH);
    } catch (DigestException e) {
      throw new IllegalArgumentException("no room for " + LENGTH + " bytes at " + offset, e);
    }
    Arrays.fill(innerPad, (byte) 0);
    Arrays.fill(outerPad, (byte) 0);
  }
}
