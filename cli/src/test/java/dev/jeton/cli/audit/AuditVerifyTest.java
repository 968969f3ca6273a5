package dev.jeton.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.server.audit.chain.ChainLine;
import dev.jeton.server.audit.chain.ChainWriter;
import dev.jeton.server.audit.chain.DiskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditVerifyTest {
  @TempDir
  private Path data;

  private Path segment = Path.of("");

  @BeforeEach
  void writeThreeRows() throws IOException {
    Path folder = data.resolve("audit");
    segment = folder.resolve("000001.jsonl");
    try (ChainWriter chain = ChainWriter.resume(new DiskFolder(folder), 1 << 20)) {
      chain.prepare();
      for (int i = 1; i <= 3; i++) {
        row(chain.begin("2026-11-01T12:00:0" + i + ".000Z"), "request-" + i);
        chain.seal();
      }
      chain.commit();
    }
  }

  @Test
  void anIntactChainEndsWithZeroAndItsHead() {
    Result result = verify(Run.bare());
    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).matches("""
        intact
          rows   3, seq 1 to 3
          first  2026-11-01T12:00:01.000Z
          last   2026-11-01T12:00:03.000Z
          head   [0-9a-f]{64}
        """);
  }

  @Test
  void aHeadThatWasNotedIsLookedFor() {
    String out = verify(Run.bare()).out();
    String head = out.substring(out.length() - 65).strip();
    assertThat(verify(Run.bare(), "--expect-head", head).status()).isZero();
    Result result = verify(Run.bare(), "--expect-head", "0123456789abcdef".repeat(4));
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .startsWith(
            "broken\n  file      000001.jsonl\n  expected  a row with the hash 0123456789abcdef")
        .doesNotContain("line");
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 65})
  void aHeadHas64Digits(int digits) {
    Result result = verify(Run.bare(), "--expect-head", "a".repeat(digits));
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("jeton: --expect-head: a head is 64 digits 0-9 a-f, as an"
            + " earlier jeton audit verify printed it\n");
    assertThat(verify(Run.bare(), "--expect-head", "A".repeat(64)).status()).isEqualTo(2);
  }

  @Test
  void aChangedRowEndsWithOneAndItsPlace() throws IOException {
    Files.writeString(segment, Files.readString(segment).replace("request-2", "request-9"));
    Result result = verify(Run.bare());
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("broken\n  file      000001.jsonl\n  line      2\n  expected  hash ");
    assertThat(verify(Run.bare(), "--json").out())
        .startsWith("{\"intact\":false,\"file\":\"000001.jsonl\",\"line\":2,\"expected\":\"hash ");
  }

  @Test
  void jsonHoldsTheSame() {
    assertThat(verify(Run.bare(), "--json").out())
        .matches("\\{\"intact\":true,\"rows\":3,\"firstSeq\":1,\"lastSeq\":3,"
            + "\"firstAt\":\"2026-11-01T12:00:01.000Z\",\"lastAt\":\"2026-11-01T12:00:03.000Z\","
            + "\"head\":\"[0-9a-f]{64}\",\"notes\":\\[\\]}\n");
  }

  @Test
  void aTornLastLineIsANote() throws IOException {
    Files.writeString(segment, Files.readString(segment) + "{\"seq\":4");
    Result result = verify(Run.bare());
    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("\nnote: the last line is unfinished (8 bytes)");
  }

  @Test
  void anEmptyFolderHasNoRows() throws IOException {
    Files.delete(segment);
    assertThat(verify(Run.bare()).out()).isEqualTo("intact\n  rows  0\n");
    assertThat(verify(Run.bare(), "--json").out())
        .isEqualTo("{\"intact\":true,\"rows\":0,\"notes\":[]}\n");
  }

  @Test
  void aFolderThatIsNotThereIsAFault() {
    Result result = Run.bare().jeton("audit", "verify", "--data", "no/such/folder");
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo("jeton: there is no audit folder no/such/folder/audit;"
            + " is --data the data folder of the server?\n");
  }

  @Test
  void aFileThatCannotBeReadIsAFault() throws IOException {
    Files.createDirectory(segment.resolveSibling("000002.jsonl"));
    Result result = verify(Run.bare());
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).startsWith("jeton: a file under ").endsWith(" cannot be read\n");
  }

  @Test
  void theBarIsDrawnOnATerminalAndWipedAtTheEnd() {
    assertThat(verify(Run.bare().onTerminal()).err())
        .isEqualTo("\r\u001b[Kverifying  " + "█".repeat(30) + "  100 %  0 of 0 MiB\r\u001b[K");
  }

  @Test
  void auditByItselfAsksWhich() {
    assertThat(Run.bare().jeton("audit").err())
        .isEqualTo(
            "jeton: which command? verify, find, search, export, erase\nTry: jeton audit --help\n");
  }

  private Result verify(Run run, String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "audit";
    args[1] = "verify";
    args[2] = "--data";
    args[3] = data.toString();
    System.arraycopy(options, 0, args, 4, options.length);
    return run.jeton(args);
  }

  private static void row(ChainLine line, String request) {
    line.text("event", "agora-rtc-mint");
    line.text("outcome", "minted");
    line.text("code", "NONE");
    line.text("caller", "app");
    line.text("request", request);
    line.text("route", "/rtctoken");
    line.text("platform", "agora");
    line.details(Map.of("channel", "room", "uid", "7"));
    line.text("token", "0123");
    line.number("count", 3);
  }
}
