package dev.jeton.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredCheckTest {
  @TempDir
  Path data;

  private interface Story {
    void tell(ArchiveServer server) throws IOException;
  }

  private void on(Dialect dialect, Story story) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer server =
            new ArchiveServer(data, database, Optional.of(Duration.ofDays(400)))) {
      server.write(20);
      server.copy();
      story.tell(server);
    }
  }

  private static Checked.Fault fault(ArchiveServer server) throws IOException {
    return Objects.requireNonNull(server.fault());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aChangedRowIsFound(Dialect dialect) throws IOException {
    on(dialect, server -> {
      server.sql("UPDATE audit_rows SET line = replace(line, 'r-6', 'r-x') WHERE seq = 8");
      assertThat(fault(server).seq()).isEqualTo(8);
    });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aChangedColumnIsFound(Dialect dialect) throws IOException {
    on(dialect, server -> {
      server.sql("UPDATE audit_rows SET caller = 'x' WHERE seq = 8");
      assertThat(fault(server).seq()).isEqualTo(8);
    });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aMarkThatIsMissingOrTooManyIsFound(Dialect dialect) throws IOException {
    on(dialect, server -> {
      server.writeAbout("alice", "r-x");
      server.copy();
      assertThat(server.fault()).isNull();
      server.sql("INSERT INTO audit_marks SELECT what, 'other', at_millis, node, seq FROM"
          + " audit_marks WHERE what = 'person' AND seq = 22");
      assertThat(fault(server).seq()).isEqualTo(22);
      server.sql("DELETE FROM audit_marks WHERE seq = 9");
      assertThat(fault(server).seq()).isEqualTo(9);
    });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRowThatNoServerHasCopiedIsFound(Dialect dialect) throws IOException {
    on(dialect, server -> {
      plant(server, "node", 40);
      assertThat(fault(server).seq()).isEqualTo(40);
      server.sql("DELETE FROM audit_rows WHERE seq = 40");
      plant(server, "node", 0);
      assertThat(fault(server).seq()).isZero();
      server.sql("DELETE FROM audit_rows WHERE seq = 0");
      plant(server, "'222'", 3);
      assertThat(fault(server).node()).isEqualTo("222");
      server.sql("DELETE FROM audit_rows WHERE node = '222'");
      plant(server, "'zzzz'", 3);
      assertThat(fault(server).node()).isEqualTo("zzzz");
    });
  }

  private static void plant(ArchiveServer server, String node, long seq) {
    server.sql("INSERT INTO audit_rows SELECT " + node + ", " + seq + ", at_millis, event, outcome,"
        + " code, caller, platform, request, line FROM audit_rows WHERE seq = 8");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aMissingRowIsFoundAtEachPlace(Dialect dialect) throws IOException {
    on(dialect, server -> {
      server.sql("DELETE FROM audit_rows WHERE seq = 21");
      assertThat(fault(server).seq()).isEqualTo(21);
      server.sql("DELETE FROM audit_rows WHERE seq = 9");
      assertThat(fault(server).seq()).isEqualTo(9);
      server.sql("DELETE FROM audit_rows WHERE seq = 1");
      assertThat(fault(server).seq()).isEqualTo(1);
      server.sql("DELETE FROM audit_rows");
      assertThat(fault(server).seq()).isEqualTo(1);
    });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aChainThatWasWrittenAnewIsFoundByTheFiles(Dialect dialect) throws IOException {
    on(dialect, server -> {
      Path file = server.file(1, "jsonl");
      Files.writeString(file, Files.readString(file).replace("\"r-19\"", "\"r-xx\""));
      assertThat(fault(server).expected()).contains("files of this server");
    });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void eachServersLastCopyHasItsTime(Dialect dialect) throws IOException {
    on(dialect, server -> {
      Instant first = server.now;
      assertThat(server.check().nodes()).extracting(Checked.Node::copiedAt).containsExactly(first);
      server.now = first.plusSeconds(60);
      server.copy();
      assertThat(server.check().nodes()).extracting(Checked.Node::copiedAt).containsExactly(first);
      server.write(1);
      server.copy();
      assertThat(server.check().nodes())
          .extracting(Checked.Node::copiedAt)
          .containsExactly(first.plusSeconds(60));
    });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void longCopiesAreReadInParts(Dialect dialect) throws IOException {
    on(dialect, server -> {
      server.write(2_500);
      server.copy();
      StoredCheck check = new StoredCheck(server.database, server.copier, 1_000);
      Checked first = check.part(null);
      assertThat(first.rows()).isEqualTo(1_000);
      assertThat(first.total()).isEqualTo(2_521);
      Checked second = check.part(first.next());
      Checked third = check.part(second.next());
      assertThat(third.next()).isNull();
      assertThat(third.rows()).isEqualTo(521);
      assertThat(third.nodes()).extracting(Checked.Node::own).containsExactly(true);
    });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void oldRowsGoAndTheRestStillVerifies(Dialect dialect) throws IOException {
    on(dialect, server -> {
      server.now = ArchiveServer.START.plus(Duration.ofDays(300));
      server.write(600);
      server.copy();
      server.now = ArchiveServer.START.plus(Duration.ofDays(401));
      server.workAll();
      List<String> lines = server.lines();
      assertThat(server.stored()).isEqualTo(lines.subList(21, lines.size()));
      assertThat(server.check().nodes()).extracting(Checked.Node::firstSeq).containsExactly(22L);

      server.now = ArchiveServer.START.plus(Duration.ofDays(800));
      server.workAll();
      assertThat(server.stored()).isEmpty();
      assertThat(server.fault()).isNull();
      server.write(3);
      server.copy();
      assertThat(server.stored()).hasSize(3);
      assertThat(server.fault()).isNull();
    });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void namesGoWithTheLastRowAboutThemWhenTheirFileIsOver(Dialect dialect) throws IOException {
    on(dialect, server -> {
      server.writeAbout("alice", "r-1");
      server.copy();
      server.now = ArchiveServer.START.plus(Duration.ofDays(401));
      server.workAll();
      assertThat(server.stored()).isEmpty();
      assertThat(server.storedNames()).containsExactly("alice");
      server.write(100);
      server.writeAbout("bob", "r-2");
      server.copy();
      server.now = server.now.plus(Duration.ofHours(2));
      server.workAll();
      assertThat(server.storedNames()).containsExactly("bob");
    });
  }
}
