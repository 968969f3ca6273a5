package dev.jeton.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.chain.Erased;
import dev.jeton.server.audit.chain.StoppedChain;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForgettingTest {
  @TempDir
  Path data;

  private static int marks(Database database) {
    return database.read(handle -> handle
        .createQuery("SELECT count(*) FROM audit_erasures")
        .mapTo(Integer.class)
        .one());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aPersonIsForgottenInTheStoreAndInTheFilesAndRowsAreStillFound(Dialect dialect)
      throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer server = new ArchiveServer(data, database)) {
      server.writeAbout("alice", "r-1");
      server.writeAbout("bob", "r-2");
      server.copy();
      server.writeAbout("alice", "r-3");

      Forgotten forgotten = server.archive.forget("alice");

      assertThat(forgotten.stored()).isEqualTo(1);
      assertThat(forgotten.here().names()).isEqualTo(1);
      assertThat(forgotten.waiting()).isEmpty();
      server.copy();
      assertThat(server.storedNames()).containsExactly("bob");
      assertThat(server.names()).doesNotContain("alice").contains("bob");
      assertThat(server.find(ArchiveServer.person("alice"))).hasSize(2);
      assertThat(server.fault()).isNull();
      assertThat(marks(database)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void otherServersFollowAndCopyNothingBefore(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer one = new ArchiveServer(data.resolve("one"), database);
        ArchiveServer two = new ArchiveServer(data.resolve("two"), database)) {
      one.writeAbout("alice", "r-1");
      two.writeAbout("alice", "r-2");
      one.copy();
      two.copy();
      two.writeAbout("carol", "r-3");
      assertThat(two.storedNames()).containsExactly("alice", "alice");

      Forgotten forgotten = one.archive.forget("alice");

      assertThat(forgotten.stored()).isEqualTo(2);
      assertThat(forgotten.waiting()).containsExactly(two.node());
      assertThat(two.names()).contains("alice");
      assertThat(marks(database)).isEqualTo(1);
      two.copy();
      assertThat(two.names()).doesNotContain("alice").contains("carol");
      assertThat(two.storedNames()).containsExactly("carol");
      assertThat(marks(database)).isZero();
      two.write(1);
      two.copy();
      assertThat(two.lines()).anyMatch(line -> line.contains("\"event\":\"" + Erased.EVENT + "\""));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whoIsRecordedAgainAfterwardsIsThereAgain(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer server = new ArchiveServer(data, database)) {
      server.writeAbout("alice", "r-1");
      server.copy();
      Forgotten forgotten = server.archive.forget("alice");
      server.writeAbout("alice", "r-2");
      server.write(new AuditRow(
          Erased.EVENT,
          "done",
          null,
          "operator",
          "r",
          "",
          null,
          forgotten.here().details(),
          List.of()));
      server.copy();
      assertThat(server.names()).contains("alice");
      assertThat(server.storedNames()).containsExactly("alice");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anErasureOfAStoppedServerReachesTheOthers(Dialect dialect) throws IOException {
    Path first = data.resolve("one");
    try (Database database = Stores.database(dialect, data);
        ArchiveServer two = new ArchiveServer(data.resolve("two"), database)) {
      two.writeAbout("alice", "r-1");
      two.copy();
      try (ArchiveServer one = new ArchiveServer(first, database)) {
        one.writeAbout("alice", "r-2");
        one.copy();
      }
      byte[] key =
          Files.readString(first.resolve("audit.key")).strip().getBytes(StandardCharsets.US_ASCII);
      StoppedChain.erase(first.resolve("audit"), key, "alice", ArchiveServer.START);
      try (ArchiveServer one = new ArchiveServer(first, database)) {
        one.writeAbout("alice", "r-3");
        one.copy();
        assertThat(two.names()).contains("alice");
        assertThat(marks(database)).isEqualTo(1);
        two.copy();
        assertThat(two.names()).doesNotContain("alice");
        // Who came back after the erasure is there again.
        assertThat(one.names()).contains("alice");
        assertThat(marks(database)).isZero();
        assertThat(one.fault()).isNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theMarkGoesWhenTwoServersFollowAtOnce(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer one = new ArchiveServer(data.resolve("one"), database);
        ArchiveServer two = new ArchiveServer(data.resolve("two"), database)) {
      two.copy();
      one.copy();
      one.archive.forget("alice");
      // Each has seen the other as one that has yet to follow.
      one.sql("UPDATE audit_nodes SET erased = asked");
      assertThat(marks(database)).isEqualTo(1);
      one.copier.startAgain();
      one.copy();
      assertThat(marks(database)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whoeverCopiesMeanwhileBringsNobodyBack(Dialect dialect) throws Exception {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer one = new ArchiveServer(data.resolve("one"), database);
        ArchiveServer two = new ArchiveServer(data.resolve("two"), database)) {
      one.copy();
      two.copy();
      for (int i = 0; i < 20; i++) {
        one.writeAbout("alice", "r-" + i);
        one.write(50);
      }
      ExecutorService other = Executors.newSingleThreadExecutor();
      Future<?> copying = other.submit(() -> {
        one.copy();
        return true;
      });
      two.archive.forget("alice");
      copying.get();
      other.shutdown();
      one.copy();
      two.copy();
      assertThat(two.storedNames()).isEmpty();
      assertThat(one.names()).doesNotContain("alice");
      assertThat(one.stored()).isEqualTo(one.lines());
      assertThat(marks(database)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anErasureOfAStoppedServerReachesTheStore(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data)) {
      try (ArchiveServer server = new ArchiveServer(data, database)) {
        server.writeAbout("alice", "r-1");
        server.writeAbout("bob", "r-2");
        server.copy();
      }
      byte[] key =
          Files.readString(data.resolve("audit.key")).strip().getBytes(StandardCharsets.US_ASCII);
      Erased erased = StoppedChain.erase(data.resolve("audit"), key, "alice", ArchiveServer.START);
      assertThat(erased.names()).isEqualTo(1);
      try (ArchiveServer server = new ArchiveServer(data, database)) {
        server.copy();
        assertThat(server.storedNames()).containsExactly("bob");
        server.writeAbout("carol", "r-3");
        server.copy();
        assertThat(server.storedNames()).containsExactly("bob", "carol");
        assertThat(server.fault()).isNull();
      }
    }
  }
}
