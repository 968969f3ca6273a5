package dev.jeton.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run.Result;
import dev.jeton.cli.remote.StandIn;
import dev.jeton.server.audit.chain.ChainWriter;
import dev.jeton.server.audit.chain.DiskFolder;
import dev.jeton.server.audit.chain.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditOnServerTest {
  private static final String ROW =
      "{\"seq\":2,\"at\":\"2026-11-01T12:00:01.000Z\",\"event\":\"agora-mint\","
          + "\"outcome\":\"minted\",\"caller\":\"app\",\"names\":{\"user\":\"alice\"}}";
  private static final String NODE = "{\"node\":\"abcdefghijklmnop\",\"firstSeq\":1,\"lastSeq\":7,"
      + "\"head\":\"9f86\",\"copiedAt\":\"2026-11-01T12:00:03Z\",\"own\":true}";

  private final StandIn server = new StandIn();

  @TempDir
  private Path data;

  @BeforeEach
  void writeRows() throws IOException {
    server.giveTokenTo(data);
    Files.writeString(data.resolve("audit.key"), "0123456789abcdef0123456789abcdef\n");
    try (ChainWriter chain = ChainWriter.resume(new DiskFolder(data.resolve("audit")), 1 << 20)) {
      chain.prepare();
      chain.begin("2026-11-01T12:00:01.000Z").text("event", "mint");
      chain.seal();
      chain.commit();
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Result jeton(String... words) {
    return server.run(data).jeton(words);
  }

  @Test
  void aSearchIsATable() {
    server.answering(200, "{\"items\":[" + ROW + "]}");
    Result result = jeton(
        "audit", "search", "--person", "alice", "--since", "2026-11-01", "--outcome", "minted");
    assertThat(result.out()).isEqualTo("""
        TIME                      EVENT       OUTCOME  CODE  CALLER  PEOPLE
        2026-11-01T12:00:01.000Z  agora-mint  minted         app     alice
        """);
    assertThat(server.lines()).containsExactly("POST /api/v1/audit/search");
    assertThat(server.asked().get(0).body())
        .isEqualTo(
            "{\"since\":\"2026-11-01T00:00:00Z\",\"person\":\"alice\",\"outcome\":\"minted\",\"limit\":50}");
  }

  @Test
  void aSearchForProgramsIsOneObjectFromAllPages() {
    server
        .answering(200, "{\"items\":[" + ROW + "],\"next\":\"1.a.2\"}")
        .answering(200, "{\"items\":[" + ROW + "]}");
    Result result = jeton("audit", "search", "--json", "--limit", "300");
    assertThat(result.line()).isEqualTo("{\"items\":[" + ROW + "," + ROW + "]}");
    assertThat(server.asked().get(0).body()).isEqualTo("{\"limit\":200}");
    assertThat(server.asked().get(1).body()).isEqualTo("{\"limit\":200,\"after\":\"1.a.2\"}");
  }

  @Test
  void anExportPrintsLinesAsTheyAre() {
    server
        .answering(
            200,
            "{\"lines\":[\"{\\\"a\\\":1}\",\"{\\\"b\\\":\\\"\\u00e9\\\"}\"],\"next\":\"1.a.2\"}")
        .answering(200, "{\"lines\":[\"{\\\"c\\\":3}\"]}");
    Result result = jeton("audit", "export", "--since", "2026-11-01T08:00:00Z", "--without-names");
    assertThat(result.out()).isEqualTo("{\"a\":1}\n{\"b\":\"\u00e9\"}\n{\"c\":3}\n");
    assertThat(result.err()).isEmpty();
    assertThat(server.asked().get(1).body())
        .isEqualTo("{\"since\":\"2026-11-01T08:00:00Z\",\"names\":false,\"after\":\"1.a.2\"}");
  }

  @Test
  void anExportThatBrokeOffSaysWhereItGoesOnAndGoesOnThere() {
    server
        .answering(200, "{\"lines\":[\"{\\\"a\\\":1}\"],\"next\":\"1.a.2.ff\"}")
        .refusing(503, "store-unavailable", "the database does not answer");
    Result broken = jeton("audit", "export");
    assertThat(broken.status()).isEqualTo(3);
    assertThat(broken.out()).isEqualTo("{\"a\":1}\n");
    assertThat(broken.err()).contains("the export broke off; go on with --after 1.a.2.ff\n");
    server.answering(200, "{\"lines\":[\"{\\\"b\\\":2}\"]}");
    Result rest = jeton("audit", "export", "--after", "1.a.2.ff");
    assertThat(rest.out()).isEqualTo("{\"b\":2}\n");
    assertThat(server.asked().get(2).body()).isEqualTo("{\"names\":true,\"after\":\"1.a.2.ff\"}");
  }

  @Test
  void anExportGoesOnBehindTheLastLineOfAnother() {
    String line = ROW.substring(0, ROW.length() - 1) + ",\"node\":\"abcdefghijklmnop\"}\n";
    server.answering(200, "{\"lines\":[]}");
    Result rest = server.run(data).typing(line).jeton("audit", "export", "--after", "-");
    assertThat(rest.err()).isEmpty();
    assertThat(server.asked().get(0).body())
        .isEqualTo("{\"names\":true,\"after\":\"1793534401000.abcdefghijklmnop.2\"}");
    for (String cut : new String[] {"", "{\"seq\":2,", ROW, line + line}) {
      Result wrong = server.run(data).typing(cut).jeton("audit", "export", "--after", "-");
      assertThat(wrong.status()).isEqualTo(2);
      assertThat(wrong.err()).contains("no whole line of an export").doesNotContain("alice");
    }
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void aTimeThatIsNoneIsWrongUsage() {
    Result result = jeton("audit", "export", "--since", "yesterday");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("2026-11-01");
  }

  @Test
  void aServerThatUsesTheFolderErasesByItself() throws IOException {
    server.answering(200, "{\"erased\":1,\"stored\":2,\"waiting\":[\"abcdefghijklmnop\"]}");
    FolderLock lock = FolderLock.on(data.resolve("audit"));
    try {
      Result result = jeton("audit", "erase", "--data", data.toString(), "--person", "alice");
      assertThat(result.err()).isEmpty();
      assertThat(result.line())
          .isEqualTo(
              "erased from 3 places; the rows keep a hash; 1 other server will follow when it runs");
      assertThat(server.lines()).containsExactly("POST /api/v1/audit/erase");
    } finally {
      lock.close();
    }
  }

  @Test
  void aNamedServerThatHasNothingToEraseIsStatusOne() {
    server.answering(200, "{\"erased\":0,\"stored\":0,\"waiting\":[]}");
    Result result = jeton(
        "audit", "erase", "--server", server.url(), "--data", data.toString(), "--person", "alice");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.line()).isEqualTo("nothing to erase here");
  }

  @Test
  void aVerificationCoversTheStoreToo() {
    server
        .answering(200, "{\"intact\":true,\"rows\":5,\"total\":7,\"nodes\":[],\"next\":\"a.5\"}")
        .answering(200, "{\"intact\":true,\"rows\":2,\"total\":7,\"nodes\":[" + NODE + "]}");
    Result result = jeton("audit", "verify", "--data", data.toString(), "--store");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .startsWith("intact\n")
        .contains("store intact\n", "seq 1 to 7, head 9f86, last copied 2026-11-01T12:00:03Z");
    assertThat(server.lines())
        .containsExactly("GET /api/v1/audit/check", "GET /api/v1/audit/check?after=a.5");
  }

  @Test
  void aBrokenStoreIsStatusOne() {
    server.answering(
        200,
        "{\"intact\":false,\"rows\":5,\"total\":7,\"node\":\"n\",\"seq\":6,\"expected\":\"the row\","
            + "\"found\":\"none before row 7\",\"nodes\":[]}");
    Result result = jeton("audit", "verify", "--data", data.toString(), "--store", "--json");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.line())
        .endsWith(
            ",\"store\":{\"intact\":false,\"rows\":5,\"node\":\"n\",\"seq\":6,\"expected\":\"the row\","
                + "\"found\":\"none before row 7\",\"nodes\":[]}}");
  }

  @Test
  void withoutAServerTheStoreCannotBeChecked() {
    server.close();
    Result result = jeton("audit", "verify", "--data", data.toString(), "--store");
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("no server answers at");
    Result json = jeton("audit", "verify", "--data", data.toString(), "--store", "--json");
    assertThat(json.status()).isEqualTo(3);
    assertThat(json.out()).contains("\"intact\"").doesNotContain("\"store\"");
  }
}
