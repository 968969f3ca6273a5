package dev.jeton.server.audit;

import static dev.jeton.server.audit.LogFixture.assertWritten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.audit.chain.Erased;
import dev.jeton.server.audit.chain.UnreliableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {
  @TempDir
  Path data;

  private static AuditRow row(String person) {
    return LogFixture.row("r").about(People.NONE.and("user", person));
  }

  private static CompletableFuture<AuditOutcome> append(LogFixture fixture, String person) {
    CompletableFuture<AuditOutcome> done = new CompletableFuture<>();
    fixture.log.append(List.of(row(person)), Runnable::run, done::complete);
    return done;
  }

  private String names() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int i = 1; Files.exists(data.resolve("audit/00000" + i + ".names")); i++) {
      all.append(Files.readString(data.resolve("audit/00000" + i + ".names")));
    }
    return all.toString();
  }

  @Test
  void aPersonIsForgottenWhileTheServerRunsAndTheChainStaysIntact() throws IOException {
    try (LogFixture fixture = new LogFixture(data)) {
      assertWritten(append(fixture, "alice"));
      assertWritten(append(fixture, "bob"));

      Erased erased = fixture.log.erase("alice");

      assertThat(erased.names()).isEqualTo(1);
      assertThat(names()).doesNotContain("alice").contains("bob");
      assertWritten(append(fixture, "carol"));
      assertThat(fixture.linesAfterStop())
          .filteredOn(line -> line.contains("\"user\":\"" + erased.hash()))
          .hasSize(1);
      assertThat(names()).doesNotContain("alice").contains("bob", "carol");
    }
  }

  @Test
  void namesOfEarlierSegmentsAndOfNotesThatWaitAreErasedToo() throws IOException {
    try (LogFixture fixture = new LogFixture(data)) {
      assertWritten(append(fixture, "alice"));
      Files.delete(fixture.disk.path(1));
      assertWritten(append(fixture, "bob"));
      fixture.log.note(row("alice"));
      fixture.log.note(row("alice"));

      assertThat(fixture.log.erase("alice").names()).isEqualTo(2);

      assertThat(names()).doesNotContain("alice").contains("bob");
      assertThat(fixture.linesAfterStop())
          .filteredOn(line -> line.contains("\"people\":") && line.contains("\"count\":2"))
          .hasSize(1);
      assertThat(names()).doesNotContain("alice");
    }
  }

  @Test
  void rowsGoOnBeingWrittenWhileManyAreErased() throws Exception {
    List<String> others = new ArrayList<>();
    try (LogFixture fixture = new LogFixture(data, 100_000)) {
      AtomicBoolean stop = new AtomicBoolean();
      CountDownLatch started = new CountDownLatch(1);
      Thread minting = new Thread(() -> {
        for (int i = 0; !stop.get(); i++) {
          assertWritten(append(fixture, "other-" + i));
          others.add("other-" + i);
          started.countDown();
        }
      });
      minting.start();
      Latches.await(started);
      for (int i = 0; i < 20; i++) {
        assertWritten(append(fixture, "alice"));
        assertThat(fixture.log.erase("alice").names()).isEqualTo(1);
        assertThat(names()).doesNotContain("alice");
      }
      stop.set(true);
      minting.join();
      fixture.linesAfterStop();
    }
    String names = names();
    assertThat(others).allMatch(other -> names.contains("\"" + other + "\""));
  }

  @Test
  void anErasureThatFailsSaysSoAndRowsAreStillWritten() throws IOException {
    try (LogFixture fixture = new LogFixture(data)) {
      assertWritten(append(fixture, "alice"));
      Files.createDirectories(data.resolve("audit/000001.names.new/in-the-way"));

      assertThatThrownBy(() -> fixture.log.erase("alice"))
          .isInstanceOf(IOException.class)
          .hasMessageNotContaining("alice");
      assertWritten(append(fixture, "bob"));
    }
  }

  @Test
  void aRowWhoseNameCannotBeWrittenIsNotAnswered() throws IOException {
    try (LogFixture fixture = new LogFixture(data)) {
      fixture.disk.names().onWrite = UnreliableFolder.fail("No space left on device");
      LogFixture.assertUnavailable(append(fixture, "alice"), "No space left");
      fixture.disk.names().onWrite = UnreliableFolder.Trouble.NONE;
      assertWritten(append(fixture, "alice"));
      assertThat(names()).containsOnlyOnce("alice");
    }
  }

  @Test
  void afterTheStopNothingIsErasedAndNobodyWaits() throws IOException {
    try (LogFixture fixture = new LogFixture(data)) {
      assertWritten(append(fixture, "alice"));
      fixture.stop();
      assertThatThrownBy(() -> fixture.log.erase("alice")).hasMessage(Inbox.STOPPED);
    }
  }

  @Test
  void aRowAsTextTellsOnlyTheRoles() {
    assertThat(row("alice").toString()).doesNotContain("alice");
    assertThat(row("alice").people().toString()).isEqualTo("People[user]");
  }
}
