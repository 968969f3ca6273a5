package dev.jeton.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        assertThat(server.stored()).isEqualTo(server.lines());
        assertThat(server.find(ArchiveServer.ALL)).hasSize(11 + 6);
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
      assertThatThrownBy(two::copy).hasMessageContaining("same node id");
    }
  }
}
