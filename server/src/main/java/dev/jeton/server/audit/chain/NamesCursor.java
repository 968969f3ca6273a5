package dev.jeton.server.audit.chain;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Writes the clear texts of people beside the current segment, each of them about once. */
final class NamesCursor implements NameSink, Closeable {
  private final SegmentFolder folder;
  private final Executor forcing;
  private final SeenHashes seen = new SeenHashes();
  private final LineBytes batch = new LineBytes();
  private @Nullable SegmentFile file;
  private @Nullable Object key;
  private @Nullable FutureTask<Boolean> force;
  private int number;
  private long good;
  private long appended;

  NamesCursor(SegmentFolder folder, Executor forcing) {
    this.folder = folder;
    this.forcing = forcing;
  }

  /** Goes on beside that segment, and notices when its file was changed by somebody else. */
  void follow(int segment) throws IOException {
    if (segment != number) {
      release();
      number = segment;
    } else if (file != null) {
      FileStamp now = folder.stamp(number);
      if (now == null || now.size() != good || !Objects.equals(now.key(), key)) {
        release();
      }
    }
  }

  @Override
  public void met(byte[] hash, String text) {
    if (seen.add(hash)) {
      NameLine.write(batch, hash, text);
    }
  }

  /** Writes what is new and begins to force it; then {@link #await}, and keep or undo it. */
  void append() throws IOException {
    int count = batch.length();
    if (count == 0) {
      return;
    }
    SegmentFile current = opened();
    appended = count;
    current.write(ByteBuffer.wrap(batch.array(), 0, count), good);
    FutureTask<Boolean> begun = new FutureTask<>(() -> {
      current.force();
      return true;
    });
    force = begun;
    forcing.execute(begun);
  }

  /** Returns when what was appended is on the disk. */
  void await() throws IOException {
    FutureTask<Boolean> begun = force;
    force = null;
    if (begun == null) {
      return;
    }
    try {
      begun.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while names were forced");
    }
  }

  void keep() {
    good += appended;
    appended = 0;
    batch.cutTo(0);
  }

  void undo() {
    if (batch.length() == 0) {
      return;
    }
    batch.cutTo(0);
    seen.clear();
    SegmentFile current = file;
    if (appended > 0 && current != null) {
      cutBack(current);
    }
    appended = 0;
  }

  private void cutBack(SegmentFile current) {
    try {
      await();
      current.truncate(good);
    } catch (IOException | RuntimeException e) {
      // A text without its row does no harm; half a line is cut when the file is opened again.
      release();
    }
  }

  /** Lets go of the file, so that it may be replaced. */
  void release() {
    seen.clear();
    SegmentFile left = file;
    file = null;
    if (left != null) {
      try {
        left.close();
      } catch (IOException e) {
        // All that had to last was forced.
      }
    }
  }

  private SegmentFile opened() throws IOException {
    if (file == null) {
      SegmentFile made = folder.stamp(number) == null ? folder.create(number) : folder.open(number);
      try {
        adopt(made);
      } catch (IOException e) {
        made.close();
        throw e;
      }
      file = made;
    }
    return file;
  }

  private void adopt(SegmentFile made) throws IOException {
    good = new LineEnds(made).last();
    if (made.size() > good) {
      made.truncate(good);
    }
    FileStamp stamp = folder.stamp(number);
    key = stamp == null ? null : stamp.key();
  }

  @Override
  public void close() throws IOException {
    release();
  }
}
