package dev.jeton.server.audit;

import static dev.jeton.server.audit.LogFixture.INTERVAL;
import static dev.jeton.server.audit.LogFixture.assertWritten;
import static dev.jeton.server.audit.LogFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.chain.UnreliableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesTest {
  @TempDir
  Path data;

  private LogFixture fixture;

  @BeforeEach
  void start() throws IOException {
    fixture = new LogFixture(data);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private static AuditRow refusal(String caller, String request) {
    return new AuditRow(
        "agora-verify",
        "refused",
        "SIGNATURE",
        caller,
        request,
        "/api/v1/verify",
        "agora",
        Map.of("peer", "192.0.2.1"),
        List.of());
  }

  private void flush() {
    fixture.time.pass(INTERVAL);
    assertWritten(fixture.append("marker"));
  }

  @Test
  void equalNotesBecomeOneRowWithACount() throws IOException {
    fixture.log.note(refusal("anonymous", "first"));
    fixture.time.pass(Duration.ofSeconds(1));
    fixture.log.note(refusal("anonymous", "second"));
    fixture.log.note(refusal("anonymous", "third"));
    fixture.log.note(refusal("somebody", "other"));
    fixture.time.pass(INTERVAL.minusSeconds(1));
    assertWritten(fixture.append("marker"));

    List<String> rows = only(fixture.linesAfterStop(), "agora-verify");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .contains(
            "\"request\":\"first\"",
            ",\"count\":3,\"since\":\"2026-01-02T03:04:05.000Z\"",
            "\"at\":\"2026-01-02T03:04:15.000Z\"");
    assertThat(rows.get(1)).contains("\"request\":\"other\"").doesNotContain("\"count\"");
    assertThat(fixture.log.figures().folded()).isEqualTo(2);
  }

  private static AuditRow wrong(String person, String network) {
    Map<String, String> details = Map.of("network", network, "session", "one");
    return new AuditRow(
            "sign-in",
            "refused",
            "PASSWORD_WRONG",
            "anonymous",
            "r",
            "/sign-in",
            null,
            details,
            List.of())
        .about(People.NONE.and("person", person));
  }

  @Test
  void notesAboutDifferentPeopleOrFromDifferentNetworksAreRowsOfTheirOwn() throws IOException {
    fixture.log.note(wrong("alice", "192.0.2.1/32"));
    fixture.log.note(wrong("alice", "192.0.2.1/32"));
    fixture.log.note(wrong("bob", "192.0.2.1/32"));
    fixture.log.note(wrong("bob", "192.0.2.2/32"));
    flush();

    List<String> rows = only(fixture.linesAfterStop(), "sign-in");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).contains("\"count\":2");
  }

  @Test
  void theNotesOfMorePeopleThanThatBecomeOneRowThatNamesNobody() throws IOException {
    for (int i = 0; i < 600; i++) {
      fixture.log.note(wrong("person-" + i, "192.0.2.1/32"));
    }
    fixture.log.note(wrong("person-3", "192.0.2.1/32"));
    flush();

    List<String> rows = only(fixture.linesAfterStop(), "sign-in");
    assertThat(rows).hasSize(513);
    assertThat(rows.get(3)).contains("\"count\":2");
    assertThat(rows.get(512))
        .contains("\"details\":{\"about\":\"several\"}", "\"count\":88")
        .doesNotContain("people");
    assertThat(fixture.log.figures().dropped()).isEqualTo(0);
  }

  @Test
  void aNoteAfterTheIntervalIsARowOfItsOwn() throws IOException {
    fixture.log.note(refusal("anonymous", "first"));
    flush();
    fixture.log.note(refusal("anonymous", "second"));
    flush();

    assertThat(only(fixture.linesAfterStop(), "agora-verify")).hasSize(2);
  }

  @Test
  void notesReachTheFileThoughNoAnswerWaits() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    fixture.disk.onForce = written::countDown;
    fixture.log.note(refusal("anonymous", "alone"));
    fixture.time.pass(INTERVAL);
    Latches.await(written);
  }

  @Test
  void whenTooManyKindsComeTheRestIsOnlyCountedAndTheCountIsARow() throws IOException {
    for (int i = 0; i < 1030; i++) {
      fixture.log.note(refusal("caller-" + i, "r"));
    }
    flush();

    List<String> lines = fixture.linesAfterStop();
    assertThat(only(lines, "agora-verify")).hasSize(1024);
    assertThat(only(lines, "notes-dropped"))
        .singleElement()
        .asString()
        .contains("\"details\":{\"count\":\"6\"}");
    assertThat(fixture.log.figures().dropped()).isEqualTo(6);
  }

  @Test
  void notesWithLongTextsCannotFillTheMemory() throws IOException {
    String longText = "x".repeat(100_000);
    for (int i = 0; i < 50; i++) {
      fixture.log.note(refusal("caller-" + i, longText));
    }

    assertThat(fixture.log.figures().dropped()).isEqualTo(31);
  }

  @Test
  void onANearlyFullDiskNotesAreOnlyCountedAndMintsAreStillWritten() throws IOException {
    fixture.diskUse = 0.9;
    fixture.log.note(refusal("anonymous", "a"));
    fixture.log.note(refusal("anonymous", "b"));
    flush();
    assertThat(fixture.log.figures().dropped()).isEqualTo(2);

    fixture.awaitAlarms(2);
    fixture.diskUse = 0.89;
    flush();
    assertThat(Files.readString(fixture.disk.path(1))).contains("notes-dropped");
    List<String> lines = fixture.linesAfterStop();
    assertThat(only(lines, "agora-verify")).isEmpty();
    assertThat(only(lines, "agora-rtc-mint")).hasSize(2);
    assertThat(only(lines, "notes-dropped"))
        .singleElement()
        .asString()
        .contains("\"details\":{\"count\":\"2\"}");
  }

  @Test
  void notesOfABatchThatCouldNotBeWrittenAreCounted() throws IOException {
    fixture.log.note(refusal("anonymous", "a"));
    fixture.disk.onWrite = UnreliableFolder.fail("io");
    fixture.time.pass(INTERVAL);
    LogFixture.assertUnavailable(fixture.append("bad"), "io");
    fixture.disk.onWrite = UnreliableFolder.Trouble.NONE;
    fixture.log.note(refusal("anonymous", "b"));
    flush();

    assertThat(only(fixture.linesAfterStop(), "notes-dropped"))
        .singleElement()
        .asString()
        .contains("\"details\":{\"count\":\"1\"}");
  }
}
