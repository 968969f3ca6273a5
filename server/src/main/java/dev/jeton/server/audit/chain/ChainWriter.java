package dev.jeton.server.audit.chain;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;

/**
 * Continues a chain. The order of calls is {@link #prepare}, any number of {@link #begin} and
 * {@link #seal}, then {@link #commit} or {@link #discard}; all from one thread.
 */
public final class ChainWriter implements Closeable {
  private final SegmentCursor segment;
  private final ChainHash rule = new ChainHash();
  private final LineBytes batch = new LineBytes();
  private final NamesCursor names;
  private final ChainLine line;
  private final ChainHead written = new ChainHead();
  private final ChainHead head = new ChainHead();
  private final long cutAtResume;
  private ByteBuffer view = ByteBuffer.wrap(batch.array());
  private int lineStart;

  private ChainWriter(SegmentFolder folder, long segmentBytes, Executor forcing)
      throws IOException {
    names = new NamesCursor(folder.names(), forcing);
    line = new ChainLine(batch, names);
    segment = new SegmentCursor(folder, segmentBytes);
    cutAtResume = segment.resume(written);
    head.become(written);
  }

  /**
   * Goes on after the last row that is in the folder, or begins a chain in an empty one. Only the
   * tail of the last segment is read; a line that a crash has torn is cut off.
   */
  public static ChainWriter resume(SegmentFolder folder, long segmentBytes) throws IOException {
    return resume(folder, segmentBytes, Runnable::run);
  }

  /**
   * The same with two files forced at the same time.
   *
   * @param forcing where the names are forced while the writer forces their rows: a file system that
   *     is asked for both at once needs hardly longer than for one
   */
  public static ChainWriter resume(SegmentFolder folder, long segmentBytes, Executor forcing)
      throws IOException {
    return new ChainWriter(folder, segmentBytes, forcing);
  }

  /** How many bytes of a torn line were cut off when the chain was resumed. */
  public long cutAtResume() {
    return cutAtResume;
  }

  /** Makes sure that there is a file to write to. */
  public Standing prepare() throws IOException {
    Standing standing = segment.prepare();
    names.follow(segment.number());
    return standing;
  }

  /** Begins the next row; its members go into the line that is returned. */
  public ChainLine begin(String at) {
    lineStart = batch.length();
    head.advance();
    line.begin(head.seq(), at);
    return line;
  }

  /** Ends the row and returns its number. */
  public long seal() {
    line.hex("prev", head.hash(), ChainHash.BYTES);
    rule.of(head.hash(), batch.array(), lineStart, batch.length(), head.hash());
    line.hex("hash", head.hash(), ChainHash.BYTES);
    batch.ascii("}\n");
    return head.seq();
  }

  /** The number of the last row that is on the disk; 0 in an empty chain. */
  public long lastSeq() {
    return written.seq();
  }

  /** How much the rows since the last commit take. */
  public int waitingBytes() {
    return batch.length();
  }

  /**
   * Puts the sealed rows and the clear texts of their people on the disk.
   *
   * @throws IOException if that failed; the file then ends again with the row it ended with before
   */
  public void commit() throws IOException {
    if (view.array() != batch.array()) {
      view = ByteBuffer.wrap(batch.array());
    }
    view.clear().limit(batch.length());
    boolean done = false;
    try {
      names.append();
      segment.append(view, names::await);
      names.keep();
      written.become(head);
      batch.cutTo(0);
      done = true;
    } finally {
      if (!done) {
        discard();
      }
    }
  }

  /** Forgets the rows since the last commit. */
  public void discard() {
    names.undo();
    head.become(written);
    batch.cutTo(0);
  }

  /**
   * Erases a person from the names beside the current segment; those beside earlier segments are no
   * longer written to, and anybody may erase there.
   */
  public int eraseFromCurrent(NamesEraser eraser) throws IOException {
    names.release();
    return eraser.from(segment.number());
  }

  /** The number of the segment that is written to. */
  public int current() {
    return segment.number();
  }

  @Override
  public void close() throws IOException {
    try (segment) {
      names.close();
    }
  }
}
