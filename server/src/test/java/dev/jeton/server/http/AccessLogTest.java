package dev.jeton.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AccessLogTest {
  @Test
  void everyLineIsWrittenBeforeItCloses() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AccessLog log = new AccessLog(print(out), 100, Thread::new);
    log.line("one");
    log.line("two");
    log.close();
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly("one", "two");
  }

  @Test
  void linesAreDroppedAndCountedWhenTheOutputBlocks() throws InterruptedException {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    AccessLog log = new AccessLog(print(new BlockedOutput(writing, released)), 2, Thread::new);
    log.line("taken by the blocked thread");
    writing.await();
    for (int i = 0; i < 5; i++) {
      log.line("line " + i);
    }
    assertThat(log.dropped()).isEqualTo(3);
    released.countDown();
    log.close();
  }

  @Test
  void linesThatCannotBeWrittenAreCountedAndLaterOnesAreWritten() throws InterruptedException {
    ByteArrayOutputStream disk = new ByteArrayOutputStream();
    CountDownLatch refused = new CountDownLatch(1);
    AccessLog log = new AccessLog(new FullAtFirst(disk, refused), 100, Thread::new);
    log.line("lost");
    refused.await();
    log.line("kept");
    log.close();
    assertThat(log.dropped()).isEqualTo(1);
    assertThat(disk.toString(StandardCharsets.UTF_8).lines()).containsExactly("kept");
  }

  @Test
  void aFullDiskLosesNoLineUncounted() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "needs the device that is always full");
    AccessLog log = AccessLog.toFile(full, Thread::new);
    log.line("one");
    log.line("two");
    log.close();
    assertThat(log.dropped()).isEqualTo(2);
  }

  private static PrintStream print(OutputStream out) {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  private static final class FullAtFirst extends OutputStream {
    private final OutputStream disk;
    private final CountDownLatch refused;

    FullAtFirst(OutputStream disk, CountDownLatch refused) {
      this.disk = disk;
      this.refused = refused;
    }

    @Override
    public void write(int b) throws IOException {
      if (refused.getCount() > 0) {
        refused.countDown();
        throw new IOException("No space left on device");
      }
      disk.write(b);
    }
  }

  private static final class BlockedOutput extends OutputStream {
    private final CountDownLatch writing;
    private final CountDownLatch released;

    BlockedOutput(CountDownLatch writing, CountDownLatch released) {
      this.writing = writing;
      this.released = released;
    }

    @Override
    public void write(int b) {
      writing.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
