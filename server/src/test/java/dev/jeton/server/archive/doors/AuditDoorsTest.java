package dev.jeton.server.archive.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.jeton.server.archive.ArchiveServer;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.People;
import dev.jeton.server.audit.chain.Erased;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditDoorsTest {
  private final RecordingAudit recorded = new RecordingAudit();
  private final HttpClient client = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @SuppressWarnings("NullAway.Init")
  private ArchiveServer rows;

  @SuppressWarnings("NullAway.Init")
  private TestServer server;

  @BeforeEach
  void start(@TempDir Path data) throws IOException {
    database = Stores.database(Dialect.SQLITE, data);
    rows = new ArchiveServer(data, database);
    server = new TestServer(recorded, new AuditDoors(rows.archive, new Random(1)));
    rows.writeAbout("alice", "r-1");
    rows.writeAbout("bob", "r-2");
    rows.copy();
  }

  @AfterEach
  void stop() {
    server.close();
    rows.close();
    database.close();
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.client.url("/api/v1/audit" + path)))
            .header("Authorization", TestServer.PROOF.substring("Authorization: ".length()))
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aSearchFindsAPersonAndIsRecordedWithoutTheName() throws Exception {
    HttpResponse<String> found = send("POST", "/search", "{\"person\":\"alice\"}");
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.body())
        .startsWith("{\"items\":[{\"seq\":2,")
        .contains("\"names\":{\"user\":\"alice\"}")
        .doesNotContain("bob", "\"next\"");
    assertThat(recorded.rows).hasSize(1);
    AuditRow row = recorded.rows.get(0);
    assertThat(row.event()).isEqualTo("audit-search");
    assertThat(row.people()).isEqualTo(People.NONE);
    assertThat(row.details())
        .containsOnly(entry("person", rows.log.hashOf("alice")), entry("names", "yes"));
  }

  @Test
  void aSearchWithoutNamesLeavesNoRow() throws Exception {
    assertThat(send("POST", "/search", "{\"names\":false}").statusCode()).isEqualTo(200);
    assertThat(recorded.rows).isEmpty();
  }

  @Test
  void whoReadsOnIsRecordedOnceAndWhoMakesAPlaceAgain() throws Exception {
    String first = send("POST", "/search", "{\"limit\":1}").body();
    String next = first.replaceAll(".*\"next\":\"([^\"]*)\".*", "$1");
    send("POST", "/search", "{\"limit\":2,\"after\":\"" + next + "\"}");
    assertThat(recorded.rows).hasSize(1);
    send("POST", "/search", "{\"person\":\"bob\",\"after\":\"" + next + "\"}");
    assertThat(recorded.rows).hasSize(2);
    String bare = next.substring(0, next.lastIndexOf('.'));
    assertThat(send("POST", "/export", "{\"after\":\"" + bare + "\"}").statusCode())
        .isEqualTo(200);
    assertThat(recorded.rows).hasSize(3);
  }

  @Test
  void theListHasTheNewestFirstAndGoesOn() throws Exception {
    String first = send("GET", "?limit=2&outcome=minted", "").body();
    assertThat(first).startsWith("{\"items\":[{\"seq\":3,").contains("\"seq\":2,");
    String next = first.replaceAll(".*\"next\":\"([^\"]*)\".*", "$1");
    assertThat(send("GET", "?limit=2&outcome=minted&after=" + next, "").body())
        .isEqualTo("{\"items\":[]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?person=alice",
        "?since=yesterday",
        "?limit=0",
        "?limit=201",
        "?limit=x",
        "?after=x",
        "?since=%2B1000000000-12-31T23:59:59.999999999Z",
        "?until=-0001-01-01T00:00:00Z",
        "?outcom=minted"
      })
  void aListThatIsNotUnderstoodIsRefused(String query) throws Exception {
    HttpResponse<String> answer = send("GET", query, "");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("alice");
  }

  @Test
  void anExportHasLinesAndIsRecorded() throws Exception {
    HttpResponse<String> export =
        send("POST", "/export", "{\"person\":\"alice\",\"until\":\"2030-01-01T00:00:00Z\"}");
    assertThat(export.statusCode()).isEqualTo(200);
    assertThat(export.body()).startsWith("{\"lines\":[\"{\\\"seq\\\":2,").endsWith("\"]}");
    assertThat(recorded.rows).hasSize(1);
    AuditRow row = recorded.rows.get(0);
    assertThat(row.event()).isEqualTo("audit-export");
    assertThat(row.people()).isEqualTo(People.NONE);
    assertThat(row.details())
        .containsOnlyKeys("until", "person", "names")
        .containsEntry("person", rows.log.hashOf("alice"));
  }

  @Test
  void anErasureIsRecordedWithoutTheName() throws Exception {
    HttpResponse<String> erased = send("POST", "/erase", "{\"person\":\"alice\"}");
    assertThat(erased.body()).isEqualTo("{\"erased\":1,\"stored\":1,\"waiting\":[]}");
    assertThat(recorded.rows).hasSize(1);
    AuditRow row = recorded.rows.get(0);
    assertThat(row.event()).isEqualTo(Erased.EVENT);
    assertThat(row.details()).containsEntry("person", rows.log.hashOf("alice"));
    assertThat(send("GET", "", "").body()).doesNotContain("alice").contains("bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"person\":\"\"}", "{\"person\":7}", "{\"who\":\"alice\"}"})
  void anErasureOfNobodyIsRefused(String body) throws Exception {
    assertThat(send("POST", "/erase", body).statusCode()).isEqualTo(400);
  }

  @Test
  void aCheckTellsTheHeads() throws Exception {
    String check = send("GET", "/check", "").body();
    assertThat(check)
        .startsWith("{\"intact\":true,\"rows\":3,\"total\":3,\"nodes\":[{\"node\":\"")
        .contains("\"firstSeq\":1,\"lastSeq\":3,")
        .endsWith("\"own\":true}]}");
    rows.sql("DELETE FROM audit_rows WHERE seq = 2");
    assertThat(send("GET", "/check", "").body())
        .contains("\"intact\":false", "\"seq\":2,\"expected\":\"the row\"");
  }

  @Test
  void aStoreThatIsGoneIsSaid() throws Exception {
    database.close();
    HttpResponse<String> answer = send("GET", "", "");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("store-unavailable");
  }

  @Test
  void onlyTheOperatorMay() throws Exception {
    HttpResponse<String> answer = client.send(
        HttpRequest.newBuilder(URI.create(server.client.url("/api/v1/audit"))).build(),
        HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
  }
}
