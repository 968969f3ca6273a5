package dev.jeton.server.audit.chain;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the chain ends on the disk: the current segment and how much of it is known to be good. */
final class SegmentCursor implements Closeable {
  private final SegmentFolder folder;
  private final long segmentBytes;
  private @Nullable SegmentFile file;
  private @Nullable Object key;
  private int number;
  private long good;
  private boolean doubtful;

  SegmentCursor(SegmentFolder folder, long segmentBytes) {
    this.folder = folder;
    this.segmentBytes = segmentBytes;
  }

  /** Opens the last segment, cuts what is torn, and returns how many bytes that were. */
  long resume(ChainHead head) throws IOException {
    List<Integer> numbers = folder.numbers();
    if (numbers.isEmpty()) {
      startNext();
      return 0;
    }
    long cut = openLast(numbers.get(numbers.size() - 1), head);
    // A segment without a row follows from the one before it.
    for (int i = numbers.size() - 2; i >= 0 && head.seq() == 0; i--) {
      try (SegmentFile earlier = folder.open(numbers.get(i))) {
        new SegmentTail(earlier, folder.path(numbers.get(i)), head).read();
      }
    }
    return cut;
  }

  private long openLast(int last, ChainHead head) throws IOException {
    SegmentFile opened = folder.open(last);
    try {
      good = new SegmentTail(opened, folder.path(last), head).read();
      long cut = opened.size() - good;
      if (cut > 0) {
        opened.truncate(good);
        opened.force();
      }
      adopt(last, opened);
      return cut;
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  /** Which segment is written to. */
  int number() {
    return number;
  }

  Standing prepare() throws IOException {
    FileStamp now = file == null ? null : folder.stamp(number);
    boolean same = now != null && Objects.equals(now.key(), key);
    if (same && doubtful && now != null && now.size() >= good) {
      reopen();
    } else if (!same || doubtful || now == null || now.size() != good) {
      startNext();
      return Standing.LOST;
    }
    if (good >= segmentBytes) {
      startNext();
    }
    return Standing.KEPT;
  }

  /** What else has to be on the disk before the rows count. */
  interface Companion {
    void await() throws IOException;
  }

  void append(ByteBuffer bytes, Companion companion) throws IOException {
    SegmentFile current = Objects.requireNonNull(file, "prepare comes first");
    int count = bytes.remaining();
    boolean done = false;
    try {
      current.write(bytes, good);
      current.force();
      companion.await();
      good += count;
      done = true;
    } finally {
      if (!done) {
        cutBack(current);
      }
    }
  }

  private void cutBack(SegmentFile current) {
    try {
      current.truncate(good);
    } catch (IOException | RuntimeException e) {
      // The fault of the write is what the caller hears; the file is put right before the next one.
      doubtful = true;
    }
  }

  private void reopen() throws IOException {
    SegmentFile opened = folder.open(number);
    try {
      opened.truncate(good);
    } catch (IOException e) {
      opened.close();
      throw e;
    }
    adopt(number, opened);
  }

  private void startNext() throws IOException {
    List<Integer> there = folder.numbers();
    int next = 1 + Math.max(number, there.isEmpty() ? 0 : there.get(there.size() - 1));
    SegmentFile made = folder.create(next);
    try {
      adopt(next, made);
    } catch (IOException e) {
      closeQuietly(made);
      throw e;
    }
    good = 0;
  }

  private void adopt(int newNumber, SegmentFile opened) throws IOException {
    SegmentFile old = file;
    FileStamp stamp = folder.stamp(newNumber);
    file = opened;
    key = stamp == null ? null : stamp.key();
    number = newNumber;
    doubtful = false;
    if (old != null) {
      closeQuietly(old);
    }
  }

  private static void closeQuietly(SegmentFile left) {
    try {
      left.close();
    } catch (IOException e) {
      // It has no row that was not forced; what its closing says no longer matters.
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
