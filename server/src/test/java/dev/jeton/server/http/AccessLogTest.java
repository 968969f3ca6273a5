package dev.jeton.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

  private static PrintStream print(OutputStream out) {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
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
