package dev.jeton.server.audit.chain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Finds the last whole line of a segment without reading what lies before it. */
final class SegmentTail {
  private final LineEnds lines;
  private final Path path;
  private final ChainHead head;

  SegmentTail(SegmentFile file, Path path, ChainHead head) {
    this.lines = new LineEnds(file);
    this.path = path;
    this.head = head;
  }

  /**
   * Returns where the last whole line ends, 0 when there is none, and makes the head that line's.
   *
   * @throws ChainFault if that line is not a row: nobody can tell then what the next row follows
   */
  long read() throws IOException {
    long end = lines.last();
    if (end == 0) {
      return 0;
    }
    long start = lines.before(end - 1, LineForm.LONGEST);
    if (end - start <= LineForm.LONGEST) {
      byte[] line = lines.bytes(start, (int) (end - 1 - start));
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
}
