package dev.jeton.server.audit.chain;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Remembers hashes that came lately. What it has forgotten only makes one more line, so it is a table
 * of fixed size in which a newcomer takes the place of another.
 */
final class SeenHashes {
  private static final int PLACES = 1 << 13;

  private final long[] table = new long[2 * PLACES];

  /** Returns whether the hash is not known yet, and knows it from then on. */
  boolean add(byte[] hash) {
    ByteBuffer halves = ByteBuffer.wrap(hash);
    long high = halves.getLong();
    long low = halves.getLong();
    int place = 2 * (int) (low & (PLACES - 1));
    if (table[place] == high && table[place + 1] == low) {
      return false;
    }
    table[place] = high;
    table[place + 1] = low;
    return true;
  }

  void clear() {
    Arrays.fill(table, 0);
  }
}
