package dev.jeton.cli.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.server.audit.chain.ChainWriter;
import dev.jeton.server.audit.chain.DiskFolder;
import dev.jeton.server.audit.chain.TokenHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFindTest {
  /** What {@code openssl dgst -sha256 -hmac} makes of {@code 007token}, its first 32 digits. */
  private static final String HASH = "7f252cb27eb03343c0a9275a5a21c0a7";

  @TempDir
  private Path data;

  @BeforeEach
  void writeTwoRows() throws IOException {
    Files.writeString(data.resolve("audit.key"), "0123456789abcdef0123456789abcdef\n");
    try (ChainWriter chain = ChainWriter.resume(new DiskFolder(data.resolve("audit")), 1 << 20)) {
      chain.prepare();
      chain.begin("2026-11-01T12:00:01.000Z").text("token", HASH);
      chain.seal();
      // A value that only looks like the member is no hit.
      chain.begin("2026-11-01T12:00:02.000Z").text("request", ",\"token\":\"" + HASH + "\"");
      chain.seal();
      chain.commit();
    }
  }

  private Result find(Run run, String token) {
    return run.jeton("audit", "find", "--data", data.toString(), token);
  }

  @Test
  void theRowOfATokenIsPrintedAsItStands() throws IOException {
    String first = Files.readAllLines(data.resolve("audit/000001.jsonl")).get(0);
    Result result = find(Run.bare(), "007token");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(result.line()).isEqualTo(first);
    assertThat(find(Run.bare().typing("007token\n"), "-").line()).isEqualTo(first);
  }

  @Test
  void tokensThatWereIssuedTogetherAreFoundByEachOfThem() throws IOException {
    TokenHash hashes = new TokenHash("0123456789abcdef0123456789abcdef".getBytes(US_ASCII));
    try (ChainWriter chain = ChainWriter.resume(new DiskFolder(data.resolve("audit")), 1 << 20)) {
      chain.prepare();
      hashes.write(chain.begin("2026-11-01T12:00:03.000Z"), List.of("account", "from", "to"));
      chain.seal();
      chain.commit();
    }
    for (String token : List.of("account", "from", "to")) {
      assertThat(find(Run.bare(), token).line()).contains("\"at\":\"2026-11-01T12:00:03.000Z\"");
    }
    assertThat(find(Run.bare(), "account from to").status()).isEqualTo(1);
  }

  @Test
  void aTokenWithoutARowEndsWithOne() {
    Result result = find(Run.bare(), "007other");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void aKeyThatIsMissingOrEmptyIsAFault() throws IOException {
    Path key = data.resolve("audit.key");
    Files.writeString(key, "\n");
    assertThat(find(Run.bare(), "007token").err()).contains("holds no key");
    Files.delete(key);
    Result result = find(Run.bare(), "007token");
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("cannot be read; run this as the server's user");
  }

  @Test
  void aFolderThatIsNotThereIsAFault() {
    Result result = Run.bare().jeton("audit", "find", "--data", "no/such/folder", "007token");
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).startsWith("jeton: there is no audit folder no/such/folder/audit;");
  }
}
