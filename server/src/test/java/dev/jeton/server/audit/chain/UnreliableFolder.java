package dev.jeton.server.audit.chain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A real folder whose disk fails when a test says so. */
public final class UnreliableFolder implements SegmentFolder {
  /** What happens before an operation reaches the disk. */
  public interface Trouble {
    Trouble NONE = () -> {};

    void strike() throws IOException;
  }

  public volatile Trouble onWrite = Trouble.NONE;
  public volatile Trouble onForce = Trouble.NONE;
  public volatile Trouble onTruncate = Trouble.NONE;
  public volatile Trouble onCreate = Trouble.NONE;

  /** Whether half of the bytes reach the disk before the trouble with a write strikes. */
  public volatile boolean halfFirst;

  public volatile int forces;

  /** Open once anything has reached the disk. */
  public final CountDownLatch firstForce = new CountDownLatch(1);

  private final SegmentFolder real;
  private final @Nullable UnreliableFolder names;

  public UnreliableFolder(Path folder) {
    real = new DiskFolder(folder);
    names = new UnreliableFolder(real.names());
  }

  private UnreliableFolder(SegmentFolder real) {
    this.real = real;
    this.names = null;
  }

  public static Trouble fail(String why) {
    return () -> {
      throw new IOException(why);
    };
  }

  @Override
  public List<Integer> numbers() throws IOException {
    return real.numbers();
  }

  @Override
  public Path path(int number) {
    return real.path(number);
  }

  @Override
  public SegmentFile create(int number) throws IOException {
    onCreate.strike();
    return new UnreliableFile(real.create(number));
  }

  @Override
  public SegmentFile open(int number) throws IOException {
    return new UnreliableFile(real.open(number));
  }

  @Override
  public @Nullable FileStamp stamp(int number) throws IOException {
    return real.stamp(number);
  }

  /** The files of names, with troubles of their own. */
  @Override
  public UnreliableFolder names() {
    return Objects.requireNonNull(names);
  }

  private final class UnreliableFile implements SegmentFile {
    private final SegmentFile file;

    UnreliableFile(SegmentFile file) {
      this.file = file;
    }

    @Override
    public void write(ByteBuffer bytes, long at) throws IOException {
      if (halfFirst) {
        file.write(bytes.slice(0, bytes.remaining() / 2), at);
      }
      onWrite.strike();
      file.write(bytes, at);
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer thread, and the test only reads
    public void force() throws IOException {
      onForce.strike();
      file.force();
      forces++;
      firstForce.countDown();
    }

    @Override
    public void truncate(long size) throws IOException {
      onTruncate.strike();
      file.truncate(size);
    }

    @Override
    public void read(ByteBuffer bytes, long at) throws IOException {
      file.read(bytes, at);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
