package dev.jeton.server.audit;

import static dev.jeton.server.audit.LogFixture.assertUnavailable;
import static dev.jeton.server.audit.LogFixture.assertWritten;
import static dev.jeton.server.audit.LogFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.chain.UnreliableFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that does not answer, such as a network share whose server is gone. */
class BlockedSinkTest {
  private static final Duration NEARLY = LogFixture.DEADLINE.minusNanos(1);
  private static final Duration LITTLE = Duration.ofNanos(1);

  @TempDir
  Path data;

  private final CountDownLatch busy = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private LogFixture fixture;

  @BeforeEach
  void start() throws IOException {
    fixture = new LogFixture(data);
  }

  @AfterEach
  void stop() {
    release.countDown();
    fixture.close();
  }

  private CompletableFuture<AuditOutcome> blockForce(String... requests) {
    fixture.disk.onForce = this::block;
    CompletableFuture<AuditOutcome> inHand = fixture.append(requests);
    Latches.await(busy);
    return inHand;
  }

  private void block() {
    busy.countDown();
    Latches.await(release);
  }

  @Test
  void waitingRowsFailAtTheDeadlineAndNotBefore() {
    CompletableFuture<AuditOutcome> inHand = blockForce("in-hand");
    CompletableFuture<AuditOutcome> queued = fixture.append("queued");

    fixture.time.pass(NEARLY);
    assertThat(inHand).isNotDone();
    assertThat(queued).isNotDone();
    assertThat(fixture.log.state()).isEqualTo(new AuditState.Writing());

    fixture.time.pass(LITTLE);
    assertUnavailable(inHand, Inbox.STUCK);
    assertUnavailable(queued, Inbox.STUCK);
    assertThat(fixture.log.state()).isEqualTo(new AuditState.Failing(Inbox.STUCK));
  }

  @Test
  void eachCallHasItsOwnDeadline() {
    CompletableFuture<AuditOutcome> first = blockForce("first");
    fixture.time.pass(Duration.ofSeconds(1));
    CompletableFuture<AuditOutcome> second = fixture.append("second");

    fixture.time.pass(Duration.ofSeconds(1));
    assertThat(first).isDone();
    assertThat(second).isNotDone();

    fixture.time.pass(Duration.ofSeconds(1));
    assertThat(second).isDone();
    assertThat(fixture.time.alarms()).isZero();
  }

  @Test
  void whileTheWriterIsStuckNewRowsFailAtOnce() {
    CompletableFuture<AuditOutcome> inHand = blockForce("in-hand");
    fixture.time.pass(LogFixture.DEADLINE);
    assertThat(inHand).isDone();

    CompletableFuture<AuditOutcome> late = fixture.append("late");

    assertThat(late).isDone();
    assertUnavailable(late, Inbox.STUCK);
  }

  @Test
  void notesAndTheReadingOfFiguresDoNotWaitForAStuckWriter() {
    CompletableFuture<AuditOutcome> inHand = blockForce("in-hand");
    fixture.time.pass(LogFixture.DEADLINE);
    assertThat(inHand).isDone();

    fixture.log.note(LogFixture.row("refused"));

    assertThat(fixture.log.figures().unavailable()).isEqualTo(1);
  }

  @Test
  void theLogRecoversByItselfWhenTheDiskAnswersAgain() throws IOException {
    CompletableFuture<AuditOutcome> lost = blockForce("lost");
    fixture.time.pass(LogFixture.DEADLINE);
    assertUnavailable(lost, Inbox.STUCK);
    release.countDown();

    assertThat(only(fixture.linesAfterStop(), "audit-interrupted"))
        .singleElement()
        .asString()
        .contains(Inbox.STUCK);
  }

  @Test
  void rowsThatGotIntoTheFileAfterTheirDeadlineAreWithdrawnByNumber() throws Exception {
    CompletableFuture<AuditOutcome> inHand = blockForce("late-1", "late-2");
    fixture.time.pass(LogFixture.DEADLINE);
    assertUnavailable(inHand, Inbox.STUCK);
    CountDownLatch withdrawn = new CountDownLatch(1);
    fixture.disk.onForce = withdrawn::countDown;
    release.countDown();
    Latches.await(withdrawn);
    assertWritten(fixture.append("good"));

    List<String> lines = fixture.linesAfterStop();
    assertThat(lines.get(1)).startsWith("{\"seq\":2,").contains("late-1");
    assertThat(lines.get(2)).startsWith("{\"seq\":3,").contains("late-2");
    assertThat(lines.get(3))
        .contains("\"event\":\"withdrawn\"", "\"details\":{\"first\":\"2\",\"last\":\"3\"}");
    assertThat(only(lines, "withdrawn")).hasSize(1);
  }

  @Test
  void rowsThatOnlyWaitedBehindAStuckWriterNeverReachTheFile() throws IOException {
    CompletableFuture<AuditOutcome> inHand = blockForce("in-hand");
    CompletableFuture<AuditOutcome> queued = fixture.append("queued");
    fixture.time.pass(LogFixture.DEADLINE);
    assertUnavailable(inHand, Inbox.STUCK);
    assertUnavailable(queued, Inbox.STUCK);
    release.countDown();

    assertThat(fixture.linesAfterStop()).noneMatch(line -> line.contains("\"request\":\"queued\""));
  }

  @Test
  void aStuckWriteThatFailsInTheEndLeavesNothingToWithdraw() throws IOException {
    fixture.disk.onForce = () -> {
      block();
      fixture.disk.onForce = UnreliableFolder.Trouble.NONE;
      throw new IOException("timed out");
    };
    CompletableFuture<AuditOutcome> inHand = fixture.append("in-hand");
    Latches.await(busy);
    fixture.time.pass(LogFixture.DEADLINE);
    assertUnavailable(inHand, Inbox.STUCK);
    release.countDown();

    List<String> lines = fixture.linesAfterStop();
    assertThat(only(lines, "withdrawn")).isEmpty();
    assertThat(only(lines, "agora-rtc-mint")).isEmpty();
  }
}
