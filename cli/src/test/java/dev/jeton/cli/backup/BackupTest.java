package dev.jeton.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.cli.remote.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private final StandIn server = new StandIn();

  @TempDir
  private Path data;

  private Path file = Path.of("");

  @BeforeEach
  void writeToken() throws IOException {
    server.giveTokenTo(data);
    file = data.resolve("jeton.backup");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[3 << 20];
    Arrays.fill(bytes, (byte) 7);
    return bytes;
  }

  private Result backup(Run run, String... more) {
    String[] args = Arrays.copyOf(more, more.length + 2);
    args[more.length] = "backup";
    args[more.length + 1] = file.toString();
    Collections.rotate(Arrays.asList(args), 2);
    return run.jeton(args);
  }

  @Test
  void theFileIsWholeAndItsOwnersAlone() throws IOException {
    server.answeringBytes(bytes());
    Result result = backup(server.run(data).onTerminal());
    assertThat(result.status()).isZero();
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(data.resolve("jeton.backup.part")).doesNotExist();
    assertThat(server.asked().get(0).body()).isEqualTo("{}");
    assertThat(result.err()).contains("saving  ", "100 %  3 of 3 MiB");
    assertThat(result.out()).contains("saved", ", 3145728 bytes");
  }

  @Test
  void aFileThatIsThereIsKeptUnlessForced() throws IOException {
    Files.writeString(file, "old");
    Result refused = backup(server.run(data));
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("exists already; --force overwrites it");
    assertThat(server.lines()).isEmpty();
    server.answeringBytes(bytes());
    assertThat(backup(server.run(data), "--force", "--json").line())
        .isEqualTo("{\"file\":\"" + file + "\",\"bytes\":3145728}");
    assertThat(Files.size(file)).isEqualTo(3 << 20);
  }

  @Test
  void whatARunThatBrokeOffLeftIsNamed() throws IOException {
    Files.writeString(data.resolve("jeton.backup.part"), "half");
    assertThat(backup(server.run(data)).err()).contains("jeton.backup.part is left of a backup");
  }

  @Test
  void aRefusalLeavesNoFile() {
    server.refusing(503, "store-unavailable", "the store is gone; try again");
    Result result = backup(server.run(data));
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).isEqualTo("jeton: the store is gone; try again (store-unavailable)\n");
    assertThat(file).doesNotExist();
  }

  @Test
  void anAnswerThatBreaksOffLeavesNoFile() {
    server.breakingOffAfter(bytes());
    Result result = backup(server.run(data));
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("broke off");
    assertThat(file).doesNotExist();
    assertThat(data.resolve("jeton.backup.part")).doesNotExist();
  }

  @Test
  void aPassphraseComesFromAVariableAFileOrAPromptThatAsksTwice() throws IOException {
    Path secret = StandIn.privateFile(data.resolve("pass"), "from a file\n");
    server.answeringBytes(bytes()).answeringBytes(bytes()).answeringBytes(bytes());
    backup(server.run(data).with("JETON_BACKUP_PASSPHRASE", "from a variable"));
    backup(server.run(data), "--force", "--secret-file", secret.toString());
    backup(server.run(data).answering(question -> "typed".toCharArray()), "--force", "--prompt");
    assertThat(server.asked().stream().map(StandIn.Asked::body))
        .containsExactly(
            "{\"passphrase\":\"from a variable\"}",
            "{\"passphrase\":\"from a file\"}",
            "{\"passphrase\":\"typed\"}");
    Iterator<String> typed = List.of("one", "two").iterator();
    Run slip = server.run(data).answering(question -> typed.next().toCharArray());
    assertThat(backup(slip, "--force", "--prompt").err()).contains("the two passphrases differ");
  }
}
