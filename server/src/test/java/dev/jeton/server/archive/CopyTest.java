package dev.jeton.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CopyTest {
  @TempDir
  Path data;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void rowsStandInTheStoreToTheLetter(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer server = new ArchiveServer(data, database)) {
      server.writeAbout("alice \u0000 \"x\" \uD83D\uDE00", "r-1");
      server.write(1_200);
      server.writeAbout("bob", "r-2");
      server.copy();

      assertThat(server.stored()).isEqualTo(server.lines()).hasSize(1_203);
      assertThat(server.storedNames()).hasSize(2).contains("bob");
      assertThat(server.copier.behind()).isZero();
      assertThat(server.fault()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void nothingIsThereTwiceWhenTheServerForgetsHowFarItWas(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer server = new ArchiveServer(data, database)) {
      server.write(700);
      assertThat(server.copier.round()).isTrue();
      server.copier.startAgain();
      server.copy();
      server.copier.startAgain();
      server.copy();
      assertThat(server.stored()).isEqualTo(server.lines());
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aBatchThatBreaksInTheMiddleLeavesNothing(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer server = new ArchiveServer(data, database)) {
      server.write(300);
      server.sql("ALTER TABLE audit_marks RENAME TO elsewhere");
      assertThatThrownBy(server.copier::round).isInstanceOf(RuntimeException.class);
      assertThat(server.stored()).isEmpty();
      server.copier.startAgain();
      assertThat(server.copier.position().rows().seq()).isZero();

      server.sql("ALTER TABLE elsewhere RENAME TO audit_marks");
      server.copy();
      assertThat(server.stored()).isEqualTo(server.lines());
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void afterAnOutageAllIsCaughtUp(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer server = new ArchiveServer(data, database)) {
      // The log's own first row is in the file with this one.
      server.write(1);
      server.copy();
      server.sql("ALTER TABLE audit_nodes RENAME TO elsewhere");
      assertThat(server.archive.work()).isEqualTo(CopyRounds.AFTER_FAULT);
      server.write(600);
      server.now = ArchiveServer.START.plusSeconds(90);
      assertThat(server.archive.work()).isEqualTo(CopyRounds.AFTER_FAULT);
      assertThat(server.archive.isFailing()).isTrue();
      assertThat(server.archive.behind()).isEqualTo(600);
      assertThat(server.archive.behindFor()).isEqualTo(Duration.ofSeconds(90));

      server.sql("ALTER TABLE elsewhere RENAME TO audit_nodes");
      assertThat(server.archive.work()).isEqualTo(CopyRounds.PAUSE);
      server.copy();
      assertThat(server.archive.work()).isEqualTo(CopyRounds.IDLE);
      assertThat(server.archive.isFailing()).isFalse();
      assertThat(server.archive.behindFor()).isZero();
      assertThat(server.stored()).isEqualTo(server.lines());
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRestartedServerGoesOnWhereItWas(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data)) {
      String node;
      try (ArchiveServer server = new ArchiveServer(data, database)) {
        server.write(10);
        server.copy();
        node = server.node();
        server.write(10);
      }
      try (ArchiveServer server = new ArchiveServer(data, database)) {
        server.write(10);
        server.copy();
        assertThat(server.node()).isEqualTo(node);
        assertThat(server.stored()).isEqualTo(server.lines());
        assertThat(server.fault()).isNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void twoServersHaveTheirRowsApartInOneStore(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer one = new ArchiveServer(data.resolve("one"), database);
        ArchiveServer two = new ArchiveServer(data.resolve("two"), database)) {
      one.write(5);
      two.write(7);
      one.copy();
      two.copy();
      assertThat(one.stored()).isEqualTo(one.lines()).hasSize(6);
      assertThat(two.stored()).isEqualTo(two.lines()).hasSize(8);
      assertThat(one.find(ArchiveServer.ALL)).hasSize(14);
      assertThat(two.check().nodes())
          .extracting(Checked.Node::lastSeq)
          .containsExactlyInAnyOrder(6L, 8L);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void filesThatWereSetBackAreCopiedUnderANewNode(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data)) {
      String before;
      try (ArchiveServer server = new ArchiveServer(data, database)) {
        server.write(10);
        server.copy();
        before = server.node();
      }
      Path file = data.resolve("audit/000001.jsonl");
      List<String> lines = Files.readAllLines(file);
      Files.writeString(file, String.join("\n", lines.subList(0, 5)) + "\n");
      try (ArchiveServer server = new ArchiveServer(data, database)) {
        server.copy();
        assertThat(server.node()).isNotEqualTo(before);
        assertThat(server.lines()).hasSize(6);
        assertThat(server.stored()).isEqualTo(server.lines().subList(5, 6));
        assertThat(server.find(ArchiveServer.ALL)).hasSize(11 + 1);
        server.write(3);
        server.copy();
        assertThat(server.stored()).isEqualTo(server.lines().subList(5, 9));
        assertThat(server.fault()).isNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aCopiedDataFolderIsNoticed(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer one = new ArchiveServer(data.resolve("one"), database);
        ArchiveServer two = new ArchiveServer(data.resolve("two"), database)) {
      one.write(5);
      one.copy();
      Files.copy(one.folder.resolve("node.id"), two.folder.resolve("node.id"));
      two.write(9);
      two.copier.position();
      one.write(1);
      one.copy();
      two.copy();
      assertThat(two.node()).isNotEqualTo(one.node());
      assertThat(one.stored()).isEqualTo(one.lines()).hasSize(7);
      // The first rows of both are the same in this test.
      assertThat(two.lines())
          .hasSize(10)
          .startsWith(one.lines().subList(0, 6).toArray(String[]::new));
      assertThat(two.stored()).isEqualTo(two.lines().subList(6, 10));
      assertThat(two.find(ArchiveServer.ALL)).hasSize(7 + 4);
      assertThat(two.fault()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void ofACloneOnlyWhatDiffersIsCopiedUnderANewNode(Dialect dialect) throws IOException {
    Path first = data.resolve("one");
    Path second = data.resolve("two");
    try (Database database = Stores.database(dialect, data)) {
      try (ArchiveServer server = new ArchiveServer(first, database)) {
        server.write(300);
        server.writeAbout("alice", "r-x");
        server.copy();
      }
      copyFolder(first, second);
      try (ArchiveServer one = new ArchiveServer(first, database);
          ArchiveServer two = new ArchiveServer(second, database)) {
        one.write(ArchiveServer.row("of-one"));
        two.write(ArchiveServer.row("of-two-and-longer"), ArchiveServer.row("of-two"));
        two.writeAbout("alice", "r-y");
        two.copier.position();
        one.copy();
        two.copy();
        two.writeAbout("bob", "r-z");
        one.write(5);
        one.copy();
        two.copy();
        assertThat(two.node()).isNotEqualTo(one.node());
        assertThat(one.stored()).isEqualTo(one.lines());
        int common = one.lines().size() - 1 - 5;
        List<String> of = two.lines();
        assertThat(two.stored()).isEqualTo(of.subList(common, of.size())).hasSize(4);
        assertThat(two.find(ArchiveServer.ALL))
            .hasSize(common + 1 + 5 + 4)
            .filteredOn(line -> line.contains("r-y"))
            .first()
            .asString()
            .contains("\"names\":{\"user\":\"alice\"}");
        assertThat(two.fault()).isNull();
        assertThat(one.fault()).isNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aPlaceInASegmentThatThisServerLacksIsNoticed(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer one = new ArchiveServer(data.resolve("one"), database);
        ArchiveServer two = new ArchiveServer(data.resolve("two"), database)) {
      for (int i = 0; i < 40; i++) {
        one.write(ArchiveServer.row("r".repeat(500) + i));
      }
      one.copy();
      Files.copy(one.folder.resolve("node.id"), two.folder.resolve("node.id"));
      two.write(45);
      assertThat(one.copier.position().rows().segment()).isGreaterThan(1);
      assertThat(two.file(2, "jsonl")).doesNotExist();
      two.copy();
      assertThat(two.stored()).isEqualTo(two.lines().subList(1, 46));
      assertThat(one.stored()).isEqualTo(one.lines());
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aPlantedRowIsNotTakenForTheRealOne(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer server = new ArchiveServer(data, database)) {
      server.write(3);
      server.copy();
      server.sql("INSERT INTO audit_rows SELECT node, 5, at_millis, event, outcome, code, caller,"
          + " platform, request, line FROM audit_rows WHERE seq = 4");
      server.write(1);
      assertThatThrownBy(server::copy).hasMessageContaining("row 5 of node");
      server.sql("DELETE FROM audit_rows WHERE seq = 5");
      server.copier.startAgain();
      server.copy();
      assertThat(server.stored()).isEqualTo(server.lines());
    }
  }

  @Test
  void aNodeIdIsForItsOwnerAloneAndGarbageIsNotReplaced() throws IOException {
    try (Database database = Stores.database(Dialect.SQLITE, data);
        ArchiveServer server = new ArchiveServer(data, database)) {
      server.copy();
      Path file = server.folder.resolve("node.id");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      Files.writeString(file, "");
      server.copier.startAgain();
      assertThatThrownBy(server.copier::round).hasMessageContaining("audit/node.id");
      assertThat(file).isEmptyFile();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void namesThatWereCutOffAgainHideNoLaterOnes(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer server = new ArchiveServer(data, database)) {
      server.writeAbout("alice", "r-1");
      server.copy();
      Path names = server.file(1, "names");
      String committed = Files.readString(names);
      Files.writeString(names, committed + committed.replace("alice", "carol"));
      server.write(1);
      server.copy();
      Files.writeString(names, committed);
      server.writeAbout("david", "r-2");
      server.write(new AuditRow(
          "audit-interrupted", "done", null, "server", "", "", null, Map.of(), List.of()));
      server.copy();
      assertThat(server.storedNames()).contains("alice", "david");
    }
  }

  @Test
  void underSteadyLoadTheCopyIsNotMoreAndMoreBehind() {
    List<Instant> now = new ArrayList<>(List.of(ArchiveServer.START));
    CopyState state = new CopyState(() -> now.get(0));
    for (int second = 1; second <= 900; second++) {
      now.set(0, ArchiveServer.START.plusSeconds(second));
      state.worked((second - 1) * 100L, second * 100L);
    }
    assertThat(state.behindFor(100)).isLessThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(state.lagsSince(100)).isEmpty();
    now.set(0, ArchiveServer.START.plusSeconds(1_300));
    assertThat(state.lagsSince(100)).isPresent();
    assertThat(state.lagsSince(0)).isEmpty();
    state.failed(new IOException("gone"));
    now.set(0, ArchiveServer.START.plusSeconds(1_600));
    assertThat(state.lagsSince(0)).contains(ArchiveServer.START.plusSeconds(1_300));
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }
}
