package dev.jeton.server.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.vault.KeyFile;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerKeyFileTest {
  @TempDir
  private Path folder;

  @Test
  void theKeyThatIsThereIsTheKeyOfTheNextStart() throws Exception {
    Libp2pPrivateKey first = IssuerKeyFile.readOrMake(folder, new Random(1));
    Libp2pPrivateKey next = IssuerKeyFile.readOrMake(folder, new Random(2));
    assertThat(next.publicKey()).isEqualTo(first.publicKey());
  }

  @Test
  void aPublishedKeyIsRefusedInTheFileToo() throws IOException {
    String published =
        Libp2pPrivateKeys.text(Libp2pPrivateKey.ofSeed(Secret.ofBytes(new byte[32])));
    Path file = Files.writeString(folder.resolve(IssuerKeyFile.NAME), published);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> IssuerKeyFile.readOrMake(folder, new Random(1)))
        .isInstanceOf(KeyFile.Unusable.class)
        .hasMessageContaining("holds no key")
        .hasMessageNotContaining(published);
  }
}
