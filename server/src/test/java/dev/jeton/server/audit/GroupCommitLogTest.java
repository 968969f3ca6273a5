package dev.jeton.server.audit;

import static dev.jeton.server.audit.LogFixture.assertUnavailable;
import static dev.jeton.server.audit.LogFixture.assertWritten;
import static dev.jeton.server.audit.LogFixture.only;
import static dev.jeton.server.audit.LogFixture.outcome;
import static dev.jeton.server.audit.LogFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupCommitLogTest {
  @TempDir
  Path data;

  @Test
  void rowsAreInTheFileWhenTheAnswerGoesOut() throws IOException {
    try (LogFixture fixture = new LogFixture(data)) {
      assertWritten(fixture.append("one", "two"));
      String text = Files.readString(fixture.disk.path(1));
      assertThat(text).contains("\"request\":\"one\"", "\"request\":\"two\"");

      List<String> lines = fixture.linesAfterStop();
      assertThat(lines.get(0)).contains("\"event\":\"server-started\"");
      assertThat(lines.get(3)).contains("\"event\":\"server-stopped\"");
      assertThat(lines).hasSize(4);
      assertThat(fixture.log.state()).isEqualTo(new AuditState.Stopped());
      assertThat(fixture.log.figures().rows()).isEqualTo(4);
    }
  }

  @Test
  void whatGathersWhileTheDiskIsBusyIsOneCommitAndWakesEachLoopOnce() throws Exception {
    try (LogFixture fixture = new LogFixture(data)) {
      CountDownLatch busy = new CountDownLatch(1);
      CountDownLatch release = new CountDownLatch(1);
      fixture.disk.onForce = () -> {
        busy.countDown();
        Latches.await(release);
      };
      CompletableFuture<AuditOutcome> first = fixture.append("first");
      Latches.await(busy);
      int forcesBefore = fixture.disk.forces;
      List<String> wakes = new ArrayList<>();
      CountDownLatch answers = new CountDownLatch(100);
      Executor a = task -> wake(wakes, "a", task);
      Executor b = task -> wake(wakes, "b", task);
      for (int i = 0; i < 100; i++) {
        fixture.log.append(
            List.of(row("r" + i)), i % 2 == 0 ? a : b, outcome -> answers.countDown());
      }
      release.countDown();

      Latches.await(answers);
      assertWritten(first);
      assertThat(wakes).containsExactlyInAnyOrder("a", "b");
      assertThat(fixture.disk.forces - forcesBefore).isEqualTo(2);
    }
  }

  private static void wake(List<String> wakes, String name, Runnable task) {
    wakes.add(name);
    task.run();
  }

  @Test
  void oneCallersFaultDoesNotKeepTheOthersFromTheirAnswers() throws IOException {
    try (LogFixture fixture = new LogFixture(data)) {
      fixture.log.append(List.of(row("bad")), Runnable::run, outcome -> {
        throw new IllegalStateException("a fault in the answer");
      });
      assertWritten(fixture.append("good"));
    }
  }

  @Test
  void everyAnsweredRowIsInTheFileExactlyOnceWhateverTheThreadsDo() throws Exception {
    try (LogFixture fixture = new LogFixture(data, 100_000)) {
      int threads = 8;
      int each = 2000;
      CountDownLatch answers = new CountDownLatch(threads * each);
      List<Thread> callers = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        String name = "t" + t + "-";
        Thread caller = new Thread(() -> {
          for (int i = 0; i < each; i++) {
            fixture.log.append(List.of(row(name + i)), Runnable::run, outcome -> {
              if (outcome.equals(AuditOutcome.WRITTEN)) {
                answers.countDown();
              }
            });
          }
        });
        caller.start();
        callers.add(caller);
      }
      for (Thread caller : callers) {
        caller.join();
      }
      Latches.await(answers);

      List<String> minted = only(fixture.linesAfterStop(), "agora-rtc-mint");
      assertThat(minted).hasSize(threads * each);
      assertThat(minted.stream().map(LogFixture::request)).doesNotHaveDuplicates();
      assertThat(fixture.log.figures().batches()).isLessThan(minted.size());
    }
  }

  @Test
  void aFullQueueIsAnsweredAtOnce() throws Exception {
    try (LogFixture fixture = new LogFixture(data, 3)) {
      CountDownLatch busy = new CountDownLatch(1);
      CountDownLatch release = new CountDownLatch(1);
      fixture.disk.onWrite = () -> {
        busy.countDown();
        Latches.await(release);
      };
      CompletableFuture<AuditOutcome> inHand = fixture.append("in-hand");
      Latches.await(busy);
      CompletableFuture<AuditOutcome> second = fixture.append("a", "b");
      assertUnavailable(fixture.append("c", "d"), Inbox.CROWDED);
      CompletableFuture<AuditOutcome> third = fixture.append("e");
      assertUnavailable(fixture.append("f"), Inbox.CROWDED);
      release.countDown();

      assertWritten(inHand);
      assertWritten(second);
      assertWritten(third);
      assertThat(fixture.log.figures().unavailable()).isEqualTo(2);
    }
  }

  @Test
  void afterTheStopRowsAreRefusedAndTheFolderIsFree() throws IOException {
    try (LogFixture first = new LogFixture(data)) {
      assertThatThrownBy(() -> new LogFixture(data)).hasMessageContaining("in use");
      first.stop();
      assertUnavailable(first.append("late"), Inbox.STOPPED);
    }
    try (LogFixture second = new LogFixture(data)) {
      assertWritten(second.append("again"));
      List<String> lines = second.linesAfterStop();
      assertThat(only(lines, "server-started")).hasSize(2);
      assertThat(lines.get(4)).startsWith("{\"seq\":5,");
    }
  }

  @Test
  void whatWaitsIsStillWrittenByAStop() throws Exception {
    try (LogFixture fixture = new LogFixture(data)) {
      CountDownLatch busy = new CountDownLatch(1);
      CountDownLatch release = new CountDownLatch(1);
      fixture.disk.onWrite = () -> {
        busy.countDown();
        Latches.await(release);
      };
      CompletableFuture<AuditOutcome> first = fixture.append("first");
      Latches.await(busy);
      CompletableFuture<AuditOutcome> waiting = fixture.append("waiting");
      fixture.log.note(row("noted"));
      Thread stop = new Thread(fixture::stop);
      stop.start();
      release.countDown();
      stop.join();

      assertWritten(first);
      assertWritten(waiting);
      assertThat(fixture.linesAfterStop())
          .last()
          .asString()
          .contains("\"event\":\"server-stopped\"");
      assertThat(Files.readString(fixture.disk.path(1))).contains("\"request\":\"noted\"");
    }
  }

  @Test
  void aTornLineIsCutAndTheCutIsARow() throws IOException {
    try (LogFixture fixture = new LogFixture(data)) {
      assertWritten(fixture.append("one"));
    }
    Path segment = data.resolve("audit/000001.jsonl");
    Files.writeString(segment, Files.readString(segment) + "{\"seq\":");
    try (LogFixture fixture = new LogFixture(data)) {
      assertThat(only(fixture.linesAfterStop(), "torn-line-cut"))
          .singleElement()
          .asString()
          .contains("\"details\":{\"bytes\":\"7\"}");
    }
  }

  @Test
  void aDeletedFileIsFollowedByANewOneThatSaysSo() throws IOException {
    try (LogFixture fixture = new LogFixture(data)) {
      assertWritten(fixture.append("one"));
      Files.delete(fixture.disk.path(1));
      assertWritten(fixture.append("two"));

      List<String> lines = fixture.linesAfterStop();
      assertThat(lines.get(0)).startsWith("{\"seq\":3,").contains("\"event\":\"segment-lost\"");
      assertThat(lines.get(1)).contains("\"request\":\"two\"");
    }
  }

  @Test
  void everyRowCarriesTheTimeOfTheClock() throws IOException {
    try (LogFixture fixture = new LogFixture(data)) {
      fixture.time.pass(Duration.ofMillis(1500));
      assertWritten(fixture.append("one"));
      assertThat(only(fixture.linesAfterStop(), "agora-rtc-mint").get(0))
          .contains("\"at\":\"2026-01-02T03:04:06.500Z\"");
    }
  }

  @Test
  void outcomesAreGivenOnTheCallersExecutorEvenWhenTheyAreKnownAtOnce() throws IOException {
    try (LogFixture fixture = new LogFixture(data)) {
      fixture.stop();
      List<Runnable> handedOver = new ArrayList<>();
      CompletableFuture<AuditOutcome> future = new CompletableFuture<>();
      fixture.log.append(List.of(row("x")), handedOver::add, future::complete);
      assertThat(future).isNotDone();
      handedOver.forEach(Runnable::run);
      assertThat(outcome(future)).isInstanceOf(AuditOutcome.Unavailable.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2047, 2048})
  void detailsUpToTheLongestAreKeptWhole(int length) throws IOException {
    String value = "x".repeat(length);
    try (LogFixture fixture = new LogFixture(data)) {
      CompletableFuture<AuditOutcome> done = new CompletableFuture<>();
      fixture.log.append(List.of(detailed(value)), Runnable::run, done::complete);
      assertWritten(done);
      assertThat(fixture.linesAfterStop())
          .anyMatch(line -> line.contains("\"service1\":\"" + value + "\""));
    }
  }

  @Test
  void aRowWhoseDetailsWouldBeCutIsRefusedInTheCallersThreadAndANoteIsCut() throws IOException {
    AuditRow tooLong = detailed("x".repeat(2049));
    try (LogFixture fixture = new LogFixture(data)) {
      assertThatThrownBy(
              () -> fixture.log.append(List.of(row("r"), tooLong), Runnable::run, outcome -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the details of an audit row of agora-mint are too long to be kept whole");
      fixture.log.note(tooLong);

      List<String> lines = fixture.linesAfterStop();
      assertThat(only(lines, "agora-rtc-mint")).isEmpty();
      assertThat(only(lines, "agora-mint"))
          .singleElement()
          .asString()
          .contains("x".repeat(2048) + "…+1\"");
    }
  }

  private static AuditRow detailed(String value) {
    return new AuditRow(
        "agora-mint",
        "minted",
        null,
        "app",
        "r",
        "/rtctoken",
        "agora",
        Map.of("service1", value),
        List.of());
  }
}
