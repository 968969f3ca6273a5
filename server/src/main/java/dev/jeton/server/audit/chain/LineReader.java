package dev.jeton.server.audit.chain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Takes a stream apart into lines, with one buffer however long the stream is. */
final class LineReader {
  /** What the last call of {@link #next} has met. */
  enum Met {
    LINE,
    TOO_LONG,
    UNFINISHED,
    END
  }

  private final InputStream in;
  private final byte[] bytes = new byte[4 * LineForm.LONGEST];
  private int filled;
  private int start;
  private int end = -1;

  LineReader(InputStream in) {
    this.in = in;
  }

  Met next() throws IOException {
    start = end + 1;
    int look = start;
    while (true) {
      for (int i = look; i < filled; i++) {
        if (bytes[i] == '\n') {
          end = i;
          return Met.LINE;
        }
      }
      look = filled;
      if (filled - start > LineForm.LONGEST) {
        return Met.TOO_LONG;
      }
      if (filled == bytes.length) {
        System.arraycopy(bytes, start, bytes, 0, filled - start);
        filled -= start;
        look -= start;
        start = 0;
      }
      int count = in.read(bytes, filled, bytes.length - filled);
      if (count < 0) {
        end = filled;
        return filled == start ? Met.END : Met.UNFINISHED;
      }
      filled += count;
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  /** The line without its end. */
  String text() {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** Where the line ends, its line end not included. */
  int end() {
    return end;
  }
}
