package dev.jeton.server.audit;

import static dev.jeton.server.audit.LogFixture.assertWritten;
import static dev.jeton.server.audit.LogFixture.only;
import static dev.jeton.server.audit.LogFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  private static final String CANARY = "007eJxTYCANARYcanaryCANARY";

  @TempDir
  Path data;

  @Test
  void theFileHoldsAKeyedHashOfATokenAndNeverTheToken() throws Exception {
    try (LogFixture fixture = new LogFixture(data)) {
      CompletableFuture<AuditOutcome> done = new CompletableFuture<>();
      fixture.log.append(List.of(row("one", CANARY)), Runnable::run, done::complete);
      assertWritten(done);
      fixture.log.note(row("two", CANARY));
      List<String> lines = fixture.linesAfterStop();

      byte[] key =
          Files.readString(data.resolve("audit.key")).strip().getBytes(StandardCharsets.UTF_8);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] hash = mac.doFinal(CANARY.getBytes(StandardCharsets.UTF_8));
      String expected = "\"token\":\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
      assertThat(only(lines, "agora-rtc-mint"))
          .hasSize(2)
          .allSatisfy(line -> assertThat(line).contains(expected));
      assertThat(lines).noneMatch(line -> line.contains("canary"));
    }
  }

  @Test
  void aRowAsTextDoesNotHoldTheToken() {
    assertThat(row("one", CANARY).toString()).contains("agora-rtc-mint").doesNotContain("canary");
  }

  @Test
  void theKeyIsMadeOnceAndOnlyTheServersUserCanReadIt() throws IOException {
    Path file = data.resolve("audit.key");
    try (LogFixture fixture = new LogFixture(data)) {
      assertThat(fixture.log.state()).isEqualTo(new AuditState.Writing());
    }
    String key = Files.readString(file);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (LogFixture fixture = new LogFixture(data)) {
      assertThat(fixture.log.state()).isEqualTo(new AuditState.Writing());
    }
    assertThat(Files.readString(file)).isEqualTo(key);
  }

  @Test
  void aKeyThatEverybodyCanReadIsRefused() throws IOException {
    Path file = data.resolve("audit.key");
    Files.writeString(file, "0".repeat(64));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> new LogFixture(data)).hasMessageContaining("run chmod 600 on it");
  }

  @Test
  void aKeyOfAnotherFormIsRefusedWithoutShowingIt() throws IOException {
    Path file = data.resolve("audit.key");
    Files.writeString(file, "not-a-key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThatThrownBy(() -> new LogFixture(data))
        .hasMessageContaining("holds no key")
        .hasMessageNotContaining("not-a-key");
  }
}
