package dev.jeton.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.chain.ChainVerdict;
import dev.jeton.server.audit.chain.ChainVerifier;
import dev.jeton.server.audit.chain.UnreliableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A log on a real folder, with time and faults in the test's hand. */
final class LogFixture implements AutoCloseable {
  static final Duration DEADLINE = Duration.ofSeconds(2);
  static final Duration INTERVAL = Duration.ofSeconds(10);

  final Path data;
  final Path folder;
  final ManualTime time = new ManualTime();
  final UnreliableFolder disk;
  final List<Thread> writers = new ArrayList<>();
  final GroupCommitLog log;
  volatile double diskUse = 0.5;

  LogFixture(Path data) throws IOException {
    this(data, 1000);
  }

  LogFixture(Path data, int queueRows) throws IOException {
    this.data = data;
    folder = data.resolve("audit");
    disk = new UnreliableFolder(folder);
    log = GroupCommitLog.start(
        new AuditSettings(folder, DEADLINE, 1 << 20, queueRows, INTERVAL),
        new AuditParts(
            time, time::nanos, time, this::thread, disk, () -> diskUse, new SecureRandom()));
    Latches.await(disk.firstForce);
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, "audit-writer");
    thread.setDaemon(true);
    writers.add(thread);
    return thread;
  }

  static AuditRow row(String request, String... tokens) {
    return new AuditRow(
        "agora-rtc-mint",
        "minted",
        null,
        "app",
        request,
        "/rtctoken",
        "agora",
        Map.of("channel", "room"),
        List.of(tokens));
  }

  CompletableFuture<AuditOutcome> append(String... requests) {
    CompletableFuture<AuditOutcome> outcome = new CompletableFuture<>();
    List<AuditRow> rows = new ArrayList<>();
    for (String request : requests) {
      rows.add(row(request));
    }
    log.append(rows, Runnable::run, outcome::complete);
    return outcome;
  }

  /** Waits for an outcome; the limit only keeps a broken log from hanging the build. */
  static AuditOutcome outcome(CompletableFuture<AuditOutcome> future) {
    return future.orTimeout(30, TimeUnit.SECONDS).join();
  }

  static void assertWritten(CompletableFuture<AuditOutcome> future) {
    assertThat(outcome(future)).isEqualTo(AuditOutcome.WRITTEN);
  }

  static void assertUnavailable(CompletableFuture<AuditOutcome> future, String why) {
    assertThat(outcome(future))
        .isInstanceOfSatisfying(
            AuditOutcome.Unavailable.class, u -> assertThat(u.why()).contains(why));
  }

  /** Stops the log and returns its lines, after the verifier has found them intact. */
  List<String> linesAfterStop() throws IOException {
    log.close();
    assertThat(new ChainVerifier(folder, null, (done, total) -> {}).verify())
        .isInstanceOf(ChainVerdict.Intact.class);
    List<String> lines = new ArrayList<>();
    for (int number : disk.numbers()) {
      lines.addAll(Files.readAllLines(disk.path(number)));
    }
    return lines;
  }

  static List<String> only(List<String> lines, String event) {
    return lines.stream()
        .filter(line -> line.contains("\"event\":\"" + event + "\""))
        .toList();
  }

  static String request(String line) {
    int from = line.indexOf("\"request\":\"") + "\"request\":\"".length();
    return line.substring(from, line.indexOf('"', from));
  }

  void stop() {
    log.close();
  }

  /** The writer sets its alarms after it has answered. */
  void awaitAlarms(int count) {
    while (time.alarms() < count) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
