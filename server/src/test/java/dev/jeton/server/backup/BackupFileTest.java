package dev.jeton.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.crypto.tink.util.Bytes;
import dev.jeton.server.store.Dialect;
import dev.jeton.tokens.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no whole backup, and passphrases that are not theirs. */
class BackupFileTest {
  private static final Optional<Secret> PASSPHRASE =
      Optional.of(Secret.ofText("correct horse battery"));
  private static final int STRETCHING = 10;

  @TempDir
  Path folder;

  private Stocked one;

  @BeforeEach
  void stock() throws Exception {
    one = new Stocked(Dialect.SQLITE, folder);
    one.lamp("hall", "secret of the hall");
    one.use("ticket", Stocked.NOW);
  }

  @AfterEach
  void close() {
    one.close();
  }

  @Test
  void aWholeOneTellsWhatItHas() throws Exception {
    Restoration whole = Stocked.check(one.backup(Optional.empty()), PASSPHRASE);
    assertThat(whole.createdAt()).isEqualTo(Stocked.NOW);
    assertThat(whole.entries()).isEqualTo(1);
    assertThat(whole.secrets()).isEqualTo(1);
    assertThat(whole.digest()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noByteCanBeCutOrChanged(boolean sealed) throws Exception {
    byte[] whole = Files.readAllBytes(one.backup(sealed ? PASSPHRASE : Optional.empty()));
    // Each guess at a passphrase takes long on purpose, so only some places are tried there.
    int step = sealed ? Math.max(1, whole.length / 8) : 3;
    for (int i = 0; i < whole.length; i += step) {
      assertUnusable(Arrays.copyOf(whole, i));
      byte[] flipped = whole.clone();
      flipped[i] ^= 1;
      assertUnusable(flipped);
    }
    assertUnusable(Arrays.copyOf(whole, whole.length + 1));
  }

  private void assertUnusable(byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("changed"), bytes);
    assertThat(catchThrowable(() -> Stocked.check(file, PASSPHRASE)))
        .isInstanceOf(BackupUnusable.class)
        .hasMessageNotContaining("Exception");
  }

  @Test
  void withAPassphraseNothingCanBeReadInIt() throws Exception {
    Path file = one.backup(PASSPHRASE);
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .doesNotContain("hall", "entries", "masterKeys");
    assertThat(Stocked.check(file, PASSPHRASE).entries()).isEqualTo(1);
  }

  @Test
  void aWrongPassphraseIsToldPlainly() throws Exception {
    Path file = one.backup(PASSPHRASE);
    assertThatThrownBy(() -> Stocked.check(file, Optional.of(Secret.ofText("another phrase"))))
        .hasMessage("the passphrase is not the one of this backup");
    assertThatThrownBy(() -> Stocked.check(file, Optional.empty()))
        .hasMessageContaining("is sealed with a passphrase");
  }

  @Test
  void aFormatOfTheFutureIsTold() throws Exception {
    byte[] bytes = Files.readAllBytes(one.backup(Optional.empty()));
    bytes[8] = 2;
    Path file = Files.write(folder.resolve("newer"), bytes);
    assertThatThrownBy(() -> Stocked.check(file, Optional.empty()))
        .hasMessageContaining("has format 2");
    assertThatThrownBy(() -> Stocked.check(folder.resolve("jeton.db"), Optional.empty()))
        .hasMessageContaining("is no backup");
    assertThatThrownBy(() -> Stocked.check(folder.resolve("none"), Optional.empty()))
        .hasMessageContaining("cannot be read");
  }

  /** Memory in KiB, iterations, lanes: each out of bounds. */
  @ParameterizedTest
  @CsvSource({
    "2147483647,1,1",
    "49153,1,1",
    "-1,1,1",
    "7,1,1",
    "1024,0,1",
    "1024,65,1",
    "1024,1,0",
    "1024,1,5",
    "1024,-1,1",
    "8,1,2147483647"
  })
  void workThatNoBackupAsksForIsNotDone(int kibibytes, int iterations, int lanes) throws Exception {
    byte[] bytes = Files.readAllBytes(one.backup(PASSPHRASE));
    ByteBuffer.wrap(bytes)
        .putInt(STRETCHING, kibibytes)
        .putInt(STRETCHING + 4, iterations)
        .putInt(STRETCHING + 8, lanes);
    Path file = Files.write(folder.resolve("hostile"), bytes);
    assertThatThrownBy(() -> Stocked.check(file, PASSPHRASE))
        .hasMessageContaining("asks for more work");
  }

  /** No memory is taken for what is only said to follow. */
  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MAX_VALUE, Head.MOST_BYTES + 1, Head.MOST_BYTES})
  void aLengthThatDoesNotFollowIsDamage(int length) throws Exception {
    byte[] bytes = Files.readAllBytes(one.backup(Optional.empty()));
    ByteBuffer.wrap(bytes).putInt(STRETCHING, length);
    Path file = Files.write(folder.resolve("hostile"), bytes);
    assertThatThrownBy(() -> Stocked.check(file, Optional.empty()))
        .hasMessageContaining("cut off or changed");
  }

  @Test
  void tablesAndFilesThatNobodyKnowsAreRefused() throws Exception {
    assertThatThrownBy(() -> read("{\"name\":\"passwords\",\"columns\":[],\"rows\":0}", ""))
        .hasMessageContaining("does not know (table passwords)");
    assertThatThrownBy(
            () -> read("{\"name\":\"words\",\"columns\":[\"kind\",\"x; DROP\"],\"rows\":0}", ""))
        .hasMessageContaining("does not know (column");
    for (String columns : List.of("", "\"kind\"", "\"kind\",\"what\",\"word\",\"word\"")) {
      String words = "{\"name\":\"words\",\"columns\":[" + columns + "],\"rows\":9}";
      assertThatThrownBy(() -> read(words, "")).hasMessageContaining("other columns of words");
    }
    for (String name : List.of("../a.key", "master.key", "a/b.key", "admin.token")) {
      assertThatThrownBy(() -> read("", "{\"name\":\"" + name + "\",\"sealed\":\"\"}"))
          .hasMessageContaining("does not know (key file");
    }
    String words =
        "{\"name\":\"words\",\"columns\":[\"kind\",\"what\",\"word\",\"entry\"],\"rows\":0}";
    assertThatThrownBy(() -> read(words + "," + words, ""))
        .hasMessageContaining("cut off or changed");
    assertThatThrownBy(() -> Head.read(json(2, "", ""), 1)).hasMessageContaining("newer Jeton");
  }

  private static Head read(String tables, String nodeKeys) throws BackupUnusable {
    return Head.read(json(1, tables, nodeKeys), 1);
  }

  private static byte[] json(int schema, String tables, String nodeKeys) {
    return ("{\"createdAt\":\"2026-11-21T12:00:00Z\",\"schema\":" + schema
            + ",\"revision\":1,\"masterKeys\":[],\"tables\":[" + tables + "],\"nodeKeys\":["
            + nodeKeys + "]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aHeadIsReadAsItWasWritten() throws Exception {
    Head head = new Head(
        Instant.EPOCH,
        1,
        7,
        List.of("m"),
        List.of(new Part(Table.CONSUMED, Table.CONSUMED.columns(), 3)),
        List.of(new NodeKey("uid.key", Bytes.copyFrom(new byte[] {1, 2}))));
    assertThat(Head.read(head.json(), 1)).isEqualTo(head);
  }

  @Test
  void aValueThatIsSealedForAnotherRowDoesNotPass() throws Exception {
    one.database.write(handle -> handle.execute("UPDATE secrets SET id = 'k2'"));
    Path file = one.backup(Optional.empty());
    assertThatThrownBy(() -> Stocked.check(file, Optional.empty()))
        .isInstanceOf(BackupUnusable.class)
        .hasMessageContaining("does not open");
  }
}
