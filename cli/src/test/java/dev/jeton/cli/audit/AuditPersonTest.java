package dev.jeton.cli.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.server.audit.chain.ChainLine;
import dev.jeton.server.audit.chain.ChainWriter;
import dev.jeton.server.audit.chain.DiskFolder;
import dev.jeton.server.audit.chain.FolderLock;
import dev.jeton.server.audit.chain.PersonHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditPersonTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @TempDir
  private Path data;

  @BeforeEach
  void writeRows() throws IOException {
    Files.writeString(data.resolve("audit.key"), KEY + "\n");
    PersonHash hashes = new PersonHash(KEY.getBytes(US_ASCII));
    try (ChainWriter chain = ChainWriter.resume(new DiskFolder(data.resolve("audit")), 1 << 20)) {
      chain.prepare();
      for (String person : List.of("alice", "bob")) {
        ChainLine line = chain.begin("2026-11-01T12:00:01.000Z");
        line.text("event", "mint");
        line.people(Map.of("from", List.of(person), "to", List.of("help")), hashes);
        chain.seal();
      }
      chain.begin("2026-11-01T12:00:02.000Z").details(Map.of("from", "old-timer"));
      chain.seal();
      chain.commit();
    }
  }

  private Result audit(Run run, String command, String... more) {
    String[] all = new String[4 + more.length];
    System.arraycopy(new String[] {"audit", command, "--data", data.toString()}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return run.jeton(all);
  }

  @Test
  void theRowsOfAPersonAreFoundWithTheNamesInThem() {
    Result result = audit(Run.bare(), "find", "--person", "alice");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(result.line())
        .startsWith("{\"seq\":1,")
        .endsWith("\"names\":{\"from\":\"alice\",\"to\":\"help\"}}");
    assertThat(audit(Run.bare().typing("help\n"), "find", "--person", "-").out().lines())
        .hasSize(2);
    assertThat(audit(Run.bare(), "find", "--person", "old-timer").line()).contains("\"seq\":3,");
    assertThat(audit(Run.bare(), "find", "--person", "carol").status()).isEqualTo(1);
  }

  @Test
  void anErasedPersonIsStillFoundButNotNamedAndTheChainIsIntact() {
    Result erased = audit(Run.bare(), "erase", "--person", "alice");
    assertThat(erased.err()).isEmpty();
    assertThat(erased.status()).isZero();
    assertThat(erased.line())
        .startsWith("erased from 1 place in these files; the rows keep a hash.");

    assertThat(audit(Run.bare(), "find", "--person", "alice").line())
        .endsWith("\"names\":{\"to\":\"help\"}}");
    Result verified = audit(Run.bare(), "verify");
    assertThat(verified.status()).isZero();
    assertThat(verified.out()).contains("rows   4, seq 1 to 4");
  }

  @Test
  void theErasureIsARowThatDoesNotNameThePerson() throws IOException {
    assertThat(audit(Run.bare(), "erase", "--person", "alice").status()).isZero();

    String hash = new PersonHash(KEY.getBytes(US_ASCII)).of("alice");
    assertThat(Files.readAllLines(data.resolve("audit/000001.jsonl")))
        .last()
        .asString()
        .contains("\"event\":\"person-erased\"", "{\"names\":\"1\",\"person\":\"" + hash + "\"}");
  }

  @Test
  void whenThereIsNothingToEraseTheStatusIsOneAndTheChainIsAsItWas() throws IOException {
    byte[] before = Files.readAllBytes(data.resolve("audit/000001.jsonl"));
    Result result = audit(Run.bare(), "erase", "--person", "carol");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.line()).isEqualTo("nothing to erase");
    assertThat(Files.readAllBytes(data.resolve("audit/000001.jsonl"))).isEqualTo(before);
  }

  @Test
  void rowsOfAnEarlierVersionCannotForgetAndAreCounted() {
    Result result = audit(Run.bare(), "erase", "--person", "old-timer");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).startsWith("warning: an earlier version wrote it in clear into 1 row");
    assertThat(audit(Run.bare(), "erase", "--json", "--person", "old-timer").line())
        .isEqualTo("{\"erased\":0,\"rowsInClear\":1}");
  }

  @Test
  void nothingIsErasedUnderARunningServerThatCannotBeAsked() throws IOException {
    FolderLock lock = FolderLock.on(data.resolve("audit"));
    try {
      Result result = audit(Run.bare(), "erase", "--person", "alice");
      assertThat(result.status()).isEqualTo(2);
      assertThat(result.err()).contains("there is no admin token at");
    } finally {
      lock.close();
    }
    assertThat(data.resolve("audit/000001.names")).content().contains("alice");
  }

  @Test
  void aTokenAndAPersonAtOnceAndNeitherAreWrongUsage() {
    assertThat(audit(Run.bare(), "find", "--person", "alice", "007token").status())
        .isEqualTo(2);
    assertThat(audit(Run.bare(), "find").status()).isEqualTo(2);
    assertThat(audit(Run.bare(), "erase").err()).contains("missing: --person");
    assertThat(audit(Run.bare(), "erase", "--person", "").status()).isEqualTo(2);
  }
}
