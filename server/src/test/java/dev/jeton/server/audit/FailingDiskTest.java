package dev.jeton.server.audit;

import static dev.jeton.server.audit.LogFixture.assertUnavailable;
import static dev.jeton.server.audit.LogFixture.assertWritten;
import static dev.jeton.server.audit.LogFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.chain.UnreliableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailingDiskTest {
  private static final String FULL = "No space left on device";

  @TempDir
  Path data;

  @Test
  void aFullDiskIsToldAtOnceAndNothingOfTheBatchStays() throws IOException {
    try (LogFixture fixture = new LogFixture(data)) {
      assertWritten(fixture.append("good"));
      byte[] before = Files.readAllBytes(fixture.disk.path(1));
      fixture.disk.halfFirst = true;
      fixture.disk.onWrite = UnreliableFolder.fail(FULL);

      assertUnavailable(fixture.append("bad-1", "bad-2"), FULL);
      assertUnavailable(fixture.append("bad-3"), FULL);
      assertThat(Files.readAllBytes(fixture.disk.path(1))).isEqualTo(before);
      assertThat(fixture.log.state())
          .isEqualTo(new AuditState.Failing("the audit file cannot be written: " + FULL));

      fixture.disk.onWrite = UnreliableFolder.Trouble.NONE;
      assertWritten(fixture.append("again"));
      assertThat(fixture.log.state()).isEqualTo(new AuditState.Writing());
      List<String> lines = fixture.linesAfterStop();
      assertThat(only(lines, "agora-rtc-mint")).hasSize(2);
      assertThat(only(lines, "audit-interrupted")).hasSize(1);
    }
  }

  @Test
  void aServerThatGetsNoRequestsWhileUnreadyNoticesTheEndOfTheFaultByItself() throws IOException {
    try (LogFixture fixture = new LogFixture(data)) {
      fixture.disk.onWrite = UnreliableFolder.fail(FULL);
      assertUnavailable(fixture.append("bad"), FULL);
      CountDownLatch retried = new CountDownLatch(1);
      fixture.disk.onWrite = () -> {
        retried.countDown();
        throw new IOException(FULL);
      };
      fixture.awaitAlarms(2);
      fixture.time.pass(Duration.ofSeconds(1));
      Latches.await(retried);

      CountDownLatch written = new CountDownLatch(1);
      fixture.disk.onForce = written::countDown;
      fixture.disk.onWrite = UnreliableFolder.Trouble.NONE;
      fixture.awaitAlarms(2);
      fixture.time.pass(Duration.ofSeconds(1));
      Latches.await(written);
      assertThat(only(fixture.linesAfterStop(), "audit-interrupted")).hasSize(1);
    }
  }
}
