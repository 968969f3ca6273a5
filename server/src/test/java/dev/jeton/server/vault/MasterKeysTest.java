package dev.jeton.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start says to the master keys that it finds. */
class MasterKeysTest {
  private final Path folder;
  private final Path file;
  private final VaultSettings inFile;

  MasterKeysTest(@TempDir Path folder) {
    this.folder = folder;
    file = folder.resolve("master.key");
    inFile = new VaultSettings.InFile(file, true);
  }

  @Test
  void theFirstStartMakesAKeyForItsOwnerAloneAndTheNextFindsIt() throws Exception {
    byte[] blob;
    try (Database database = database()) {
      Vault vault = Vaults.open(inFile, database, 1);
      blob = vault.seal(Secret.ofText("s"), "here");
      assertThat(vault.masters().primary().id()).matches("[0-9a-f]{16}");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).matches("jmk1_[A-Za-z0-9_-]{43}\n");
    try (Database database = database()) {
      assertThat(Vaults.open(inFile, database, 2).open(blob, "here")).isEqualTo(Secret.ofText("s"));
    }
  }

  @Test
  void lookingMakesNothing() throws Exception {
    try (Database database = Database.open(Stores.settings(Dialect.SQLITE, folder))) {
      assertThat(Vault.look(inFile, database, new Random(1))).isNotNull();
      assertThat(database.hasTable("data_keys")).isFalse();
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void anotherKeyThanTheRightOneIsToldByItsId() throws Exception {
    started();
    String right = Vaults.idOf(Files.readString(file));
    write(Vaults.text(7) + "\n");
    refused("need master key " + right, Vaults.idOf(Vaults.text(7)), "nothing was changed");
  }

  @Test
  void aMissingFileIsNotMadeAgainWhenDataKeysNeedTheOldOne() throws Exception {
    started();
    Files.delete(file);
    refused("is not there; put it back");
    assertThat(file).doesNotExist();
  }

  @Test
  void whatIsNoKeyIsToldByItsLineAndNotShown() throws Exception {
    started();
    String key = Files.readString(file);
    write("");
    refused("holds no master key");
    write("# only a comment\n");
    refused("holds no master key");
    write(key + "secret-that-is-no-key\n");
    refused("line 2 of the master key file");
    write(key + key);
    refused("line 2", "repeats a master key");
    write("jmk1_" + "!".repeat(43));
    refused("line 1", "is no master key");
  }

  @Test
  void aFileThatEverybodyCanReadIsRefused() throws Exception {
    started();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    refused("everybody on this machine can read", "chmod 600");
  }

  @Test
  void theFirstStartAlsoRefusesAFileThatIsNoKey() throws Exception {
    write("something else\n");
    assertThatThrownBy(() -> started())
        .isInstanceOf(VaultUnusable.class)
        .hasMessageContaining("line 1");
    assertThat(Files.readString(file)).isEqualTo("something else\n");
  }

  @Test
  void olderKeysBehindTheFirstStillOpen() throws Exception {
    started();
    String old = Files.readString(file);
    write("# new\n" + Vaults.text(7) + "  # since today\n\n" + old);
    try (Database database = database()) {
      Vault vault = Vaults.open(inFile, database, 3);
      assertThat(vault.masters().primary().id()).isEqualTo(Vaults.idOf(Vaults.text(7)));
      assertThat(vault.masters().all()).hasSize(2);
    }
  }

  @Test
  void aCommaInACommentIsNoEndOfALine() throws Exception {
    write("# made by ops, 2024\n" + Vaults.text(7) + " # first, and only\n");
    started();
    try (Database database = database()) {
      KeyRotation rotation = new KeyRotation(Vaults.open(inFile, database, 3));
      assertThat(rotation.status().masterKeys()).hasSize(1);
    }
    assertThat(MasterKeys.readWithCommas(Vaults.text(7) + "," + Vaults.text(8) + " # a, b", "env")
            .all())
        .hasSize(2);
  }

  @Test
  void twoKeysOnOneLineOfAFileAreRefused() throws Exception {
    write(Vaults.text(7) + "," + Vaults.text(8) + "\n");
    assertThatThrownBy(this::started)
        .isInstanceOf(VaultUnusable.class)
        .hasMessageContaining("line 1");
  }

  @Test
  void whatIsNotThereCannotBeDropped() throws Exception {
    started();
    assertThatThrownBy(() -> new KeyFileSource(file, new Random(1)).drop("0000000000000000"))
        .isInstanceOfSatisfying(
            VaultFault.class, fault -> assertThat(fault.code()).isEqualTo("operator-drops"));
  }

  @Test
  void aDataKeyWhoseRowWasChangedIsRefused() throws Exception {
    started();
    try (Database database = database()) {
      database.write(handle -> handle.execute("UPDATE data_keys SET id = '0000000000000000'"));
    }
    refused("its row was changed");
  }

  private void started() throws Exception {
    try (Database database = database()) {
      assertThat(Vaults.open(inFile, database, 1)).isNotNull();
    }
  }

  private Database database() {
    return Stores.database(Dialect.SQLITE, folder);
  }

  private void write(String text) throws IOException {
    Files.deleteIfExists(file);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private void refused(String... words) {
    ThrowingCallable start = this::started;
    assertThatThrownBy(start)
        .isInstanceOfSatisfying(
            VaultUnusable.class,
            unusable -> assertThat(unusable.line())
                .contains(words)
                .doesNotContain("jmk1_A")
                .doesNotContain("secret-that")
                .doesNotContain("\n"));
  }
}
