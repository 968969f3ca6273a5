package dev.jeton.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchTest {
  @TempDir
  Path data;

  private static AuditRow refused(String request) {
    return new AuditRow(
        "agora-mint",
        "refused",
        "not-allowed",
        "web",
        request,
        "/token",
        "agora",
        Map.of("realm", "sales"),
        List.of());
  }

  private static List<String> requests(List<String> lines) {
    return lines.stream()
        .map(line -> line.replaceAll(".*\"request\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void rowsAreFoundByWhatIsInThem(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer server = new ArchiveServer(data, database)) {
      server.now = ArchiveServer.START.plusSeconds(10);
      server.write(refused("r-1"));
      server.now = ArchiveServer.START.plusSeconds(20);
      server.writeAbout("alice", "r-2");
      server.now = ArchiveServer.START.plusSeconds(30);
      server.writeAbout("alice", "r-3");
      server.copy();

      assertThat(requests(server.find(ArchiveServer.person("alice"))))
          .containsExactly("r-2", "r-3");
      assertThat(server.find(ArchiveServer.person("nobody"))).isEmpty();
      assertThat(requests(
              server.find(new Filter(null, null, null, "sales", null, null, null, null, null))))
          .containsExactly("r-1");
      assertThat(requests(server.find(new Filter(
              null, null, "alice", "shop", "app", "agora-mint", "minted", "agora", server.node()))))
          .containsExactly("r-2", "r-3");
      assertThat(requests(
              server.find(new Filter(null, null, null, null, "web", null, null, null, null))))
          .containsExactly("r-1");
      assertThat(requests(server.find(new Filter(
              ArchiveServer.START.plusSeconds(10),
              ArchiveServer.START.plusSeconds(30),
              null,
              null,
              null,
              null,
              null,
              null,
              null))))
          .containsExactly("r-1", "r-2");
      assertThat(requests(server.find(new Filter(
              ArchiveServer.START.plusSeconds(21),
              null,
              "alice",
              null,
              null,
              null,
              null,
              null,
              null))))
          .containsExactly("r-3");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void pagesGoBothWaysAndMissNoRowOfTheSameMoment(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer server = new ArchiveServer(data, database)) {
      server.write(10);
      server.copy();
      List<String> up = server.find(ArchiveServer.ALL);
      assertThat(up).hasSize(11).doesNotHaveDuplicates();
      Found first = server.archive.search(new Wish(ArchiveServer.ALL, false, true, 6, null));
      Found second =
          server.archive.search(new Wish(ArchiveServer.ALL, false, true, 6, first.next()));
      assertThat(second.next()).isNull();
      assertThat(first.lines().get(0)).isEqualTo(up.get(10));
      assertThat(second.lines().get(4)).isEqualTo(up.get(0));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aLineTellsItsServerAndTheNamesThatAreStillThere(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer server = new ArchiveServer(data, database)) {
      server.writeAbout("alice \"a\"", "r-1");
      server.copy();
      String line = server.lines().get(1);
      String end = ",\"node\":\"" + server.node() + "\"";
      assertThat(server.find(ArchiveServer.person("alice \"a\"")))
          .containsExactly(line.substring(0, line.length() - 1) + end
              + ",\"names\":{\"user\":\"alice \\\"a\\\"\"}}");
      assertThat(server
              .archive
              .search(new Wish(ArchiveServer.ALL, false, false, 1, null))
              .lines())
          .containsExactly(line.substring(0, line.length() - 1) + end + "}");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aSearchThatTakesTooLongIsGivenUp(Dialect dialect) throws IOException {
    try (Database database = Stores.database(dialect, data);
        ArchiveServer server = new ArchiveServer(data, database)) {
      server.write(1);
      server.copy();
      server.sql(
          "WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
              + " INSERT INTO audit_rows SELECT node, i, at_millis,"
              + " CASE WHEN i % 2 = 0 THEN 'even' ELSE 'odd' END, CASE WHEN i % 2 = 0 THEN 'a' ELSE 'b' END,"
              + " code, caller, platform, request, line FROM audit_rows, n WHERE seq = 2");
      Search search = new Search(database, person -> person, Duration.ofMillis(1));
      Filter none = new Filter(null, null, null, null, null, "even", "b", null, null);
      assertThatThrownBy(() -> search.page(new Wish(none, true, true, 10, null)))
          .isInstanceOfSatisfying(
              SearchRefused.class, e -> assertThat(e.why()).isEqualTo(SearchRefused.Why.TOO_LONG));
      assertThat(server.find(
              new Filter(null, null, null, null, null, "server-started", null, null, null)))
          .hasSize(1);
    }
  }
}
