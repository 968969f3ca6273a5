package dev.jeton.server.audit.chain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/** Finds the last whole line of a segment without reading what lies before it. */
final class SegmentTail {
  private static final int STEP = 1 << 16;

  private final SegmentFile file;
  private final Path path;
  private final ChainHead head;

  SegmentTail(SegmentFile file, Path path, ChainHead head) {
    this.file = file;
    this.path = path;
    this.head = head;
  }

  /**
   * Returns where the last whole line ends, 0 when there is none, and makes the head that line's.
   *
   * @throws ChainFault if that line is not a row: nobody can tell then what the next row follows
   */
  long read() throws IOException {
    long end = lineEndBefore(file.size(), Long.MAX_VALUE);
    if (end == 0) {
      return 0;
    }
    long start = lineEndBefore(end - 1, LineForm.LONGEST);
    if (end - start <= LineForm.LONGEST) {
      byte[] line = bytes(start, (int) (end - 1 - start));
      LineForm form = new LineForm();
      if (form.read(line, 0, line.length)) {
        byte[] expected = new byte[ChainHash.BYTES];
        form.hashAfter(form.prev(), new ChainHash(), line.length, expected);
        if (Arrays.equals(expected, form.hash())) {
          head.become(form.seq(), form.hash());
          return end;
        }
      }
    }
    throw new ChainFault(
        "the last line of %s is not a row of the audit chain; keep the folder %s as evidence, move it away and start again"
            .formatted(path, path.getParent()));
  }

  /** The position after the last line end before {@code limit}, 0 when none is within reach. */
  private long lineEndBefore(long limit, long reach) throws IOException {
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

  private byte[] bytes(long from, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    file.read(buffer, from);
    return buffer.array();
  }
}
