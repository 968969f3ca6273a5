package dev.jeton.server.api;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/**
 * Randomness that comes again from its seed, and of which nobody without the seed can tell more than
 * he has seen: SHA-256 of the seed and a counter.
 */
final class SeededRandom implements RandomGenerator {
  static final int SEED_BYTES = 32;

  private final MessageDigest digest;
  private final byte[] seed;
  private ByteBuffer left = ByteBuffer.allocate(0);
  private long counter;

  SeededRandom(byte[] seed) {
    this.seed = seed.clone();
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public long nextLong() {
    if (left.remaining() < Long.BYTES) {
      digest.update(seed);
      left = ByteBuffer.wrap(
          digest.digest(ByteBuffer.allocate(Long.BYTES).putLong(counter++).array()));
    }
    return left.getLong();
  }

  /** The seed is a secret until its tokens have ended. */
  @Override
  public String toString() {
    return "SeededRandom";
  }
}
