package dev.jeton.server.audit.chain;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Looks for the ends of lines from the end of a file. */
final class LineEnds {
  private static final int STEP = 1 << 16;

  private final SegmentFile file;

  LineEnds(SegmentFile file) {
    this.file = file;
  }

  /** The position after the last line end in the file, 0 when there is none. */
  long last() throws IOException {
    return before(file.size(), Long.MAX_VALUE);
  }

  /** The position after the last line end before {@code limit}, 0 when none is within reach. */
  long before(long limit, long reach) throws IOException {
    long to = limit;
    while (to > 0 && limit - to <= reach) {
      int count = (int) Math.min(STEP, to);
      byte[] chunk = bytes(to - count, count);
      for (int i = count - 1; i >= 0; i--) {
        if (chunk[i] == '\n') {
          return to - count + i + 1;
        }
      }
      to -= count;
    }
    return to;
  }

  byte[] bytes(long from, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    file.read(buffer, from);
    return buffer.array();
  }
}
