package dev.jeton.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  private static final String LINE = "room:0123456789012345678901234567890";
  private static final KeyContent OF_A_ROOM = new KeyContent() {
    @Override
    public Secret make(RandomGenerator random) {
      return Secret.ofText(LINE);
    }

    @Override
    public boolean fits(Secret line) {
      return line.equals(Secret.ofText(LINE));
    }
  };

  private final Path file;

  KeyFileTest(@TempDir Path folder) {
    file = folder.resolve("some.key");
  }

  @Test
  void aNewFileIsItsOwnersAloneAndStays() throws Exception {
    Secret made = KeyFile.readOrMake(file, new Random(1));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).hasSize(44).endsWith("\n");
    assertThat(KeyFile.readOrMake(file, new Random(2))).isEqualTo(made);
  }

  @Test
  void aRoomSaysWhatANewFileHolds() throws Exception {
    assertThat(KeyFile.readOrMake(file, new Random(1), OF_A_ROOM)).isEqualTo(Secret.ofText(LINE));
    assertThat(Files.readString(file)).isEqualTo(LINE + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatTheRoomCannotUseIsRefusedAndLeftAsItIs() throws IOException {
    String other = "other:0123456789012345678901234567890\n";
    Files.writeString(file, other);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> KeyFile.readOrMake(file, new Random(1), OF_A_ROOM))
        .isInstanceOf(KeyFile.Unusable.class)
        .hasMessageStartingWith(file + " holds no key");
    assertThat(Files.readString(file)).isEqualTo(other);
  }

  @Test
  void aFileThatOthersMayReadIsRefused() throws Exception {
    KeyFile.readOrMake(file, new Random(1), OF_A_ROOM);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> KeyFile.readOrMake(file, new Random(1), OF_A_ROOM))
        .isInstanceOf(KeyFile.Unusable.class)
        .hasMessageContaining("chmod 600");
  }
}
