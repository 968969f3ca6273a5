package dev.jeton.server.audit.chain;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One open segment. An interface, so that tests can let a disk fail at any point. */
public interface SegmentFile extends Closeable {

  /** Writes all that remains in the buffer. */
  void write(ByteBuffer bytes, long at) throws IOException;

  /** Returns when everything that was written is on the disk. */
  void force() throws IOException;

  void truncate(long size) throws IOException;

  /** Fills the buffer as far as the file reaches. */
  void read(ByteBuffer bytes, long at) throws IOException;

  long size() throws IOException;
}
