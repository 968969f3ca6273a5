package dev.jeton.server.audit.chain;

/** The last row of a chain: what the next one follows from. Changes in place; one thread only. */
final class ChainHead {
  private final byte[] hash = new byte[ChainHash.BYTES];
  private long seq;

  long seq() {
    return seq;
  }

  byte[] hash() {
    return hash;
  }

  void become(long newSeq, byte[] newHash) {
    seq = newSeq;
    System.arraycopy(newHash, 0, hash, 0, hash.length);
  }

  void become(ChainHead other) {
    become(other.seq, other.hash);
  }

  void advance() {
    seq++;
  }
}
