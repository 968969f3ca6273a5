package dev.jeton.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.MissingReference;
import dev.jeton.server.store.Stores;
import dev.jeton.tokens.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyRotationTest {
  private final Path folder;
  private final Path file;
  private final VaultSettings inFile;

  KeyRotationTest(@TempDir Path folder) {
    this.folder = folder;
    file = folder.resolve("master.key");
    inFile = new VaultSettings.InFile(file, true);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRotationAsAStory(Dialect dialect) throws Exception {
    try (Database database = Stores.database(dialect, folder)) {
      Vault vault = Vaults.open(inFile, database, 1);
      KeyRotation rotation = new KeyRotation(vault);
      String oldKey = vault.masters().primary().id();
      String oldData = vault.primaryDataKey();
      for (int i = 0; i < 5; i++) {
        seal(database, vault, "entry" + i);
      }
      Vaults.keep(database, vault, "c", vault.sealBytes(new byte[] {7}, answer("c")));

      // Nothing needs more than this key, so it cannot go.
      refused("still-needed", () -> rotation.drop(oldKey));

      rotation.rotate();
      VaultStatus rotated = rotation.status();
      String newKey = rotated.primary();
      assertThat(newKey).isNotEqualTo(oldKey);
      assertThat(Files.readAllLines(file)).hasSize(2);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(rotated.masterKeys())
          .containsExactly(
              new VaultStatus.Master(newKey, true, 2), new VaultStatus.Master(oldKey, false, 0));
      assertThat(rotated.left()).isEqualTo(6);
      seal(database, vault, "later");
      assertThat(rotation.status().left()).isEqualTo(6);

      Rewrapping rewrapping = new Rewrapping(vault);
      assertThat(rewrapping.rewrap(4)).isEqualTo(new Rewrapping.Progress(4, 2));
      assertThat(rotation.status().dataKeys()).hasSize(2);
      // A restart in the middle, with both keys, goes on where it was.
      Vault again = Vaults.open(inFile, database, 2);
      assertThat(new Rewrapping(again).rewrap(4)).isEqualTo(new Rewrapping.Progress(2, 0));
      assertThat(new KeyRotation(again).status().dataKeys())
          .extracting(VaultStatus.Data::id)
          .doesNotContain(oldData)
          .hasSize(1);

      new KeyRotation(again).drop(oldKey);
      assertThat(Files.readAllLines(file)).hasSize(1);
      refused("unknown-key", () -> new KeyRotation(again).drop(oldKey));

      Vault last = Vaults.open(inFile, database, 3);
      for (int i = 0; i < 5; i++) {
        assertThat(opened(database, last, "entry" + i)).isEqualTo(Secret.ofText("s-entry" + i));
      }
      assertThat(opened(database, last, "later")).isEqualTo(Secret.ofText("s-later"));
      assertThat(database.<byte[]>read(handle -> handle
              .createQuery("SELECT answer FROM kept_answers")
              .mapTo(byte[].class)
              .one()))
          .satisfies(blob -> assertThat(last.openBytes(blob, answer("c"))).containsExactly(7));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aNodeThatMissedARotationTakesItUpWhenItMeetsTheNewDataKey(Dialect dialect) throws Exception {
    try (Database database = Stores.database(dialect, folder)) {
      Vault one = Vaults.open(inFile, database, 1);
      Vault other = Vaults.open(inFile, database, 2);
      new KeyRotation(one).rotate();
      seal(database, one, "entry");
      assertThat(other.primaryDataKey()).isNotEqualTo(one.primaryDataKey());
      assertThat(opened(database, other, "entry")).isEqualTo(Secret.ofText("s-entry"));
      assertThat(other.primaryDataKey()).isEqualTo(one.primaryDataKey());
      assertThat(other.masters().primary().id())
          .isEqualTo(one.masters().primary().id());
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aNodeThatMissedItCannotStoreUnderADataKeyThatIsGone(Dialect dialect) throws Exception {
    try (Database database = Stores.database(dialect, folder)) {
      Vault one = Vaults.open(inFile, database, 1);
      Vault other = Vaults.open(inFile, database, 2);
      new KeyRotation(one).rotate();
      assertThat(new Rewrapping(one).rewrap(1)).isEqualTo(new Rewrapping.Progress(0, 0));
      assertThatThrownBy(() -> seal(database, other, "entry")).isInstanceOf(MissingReference.class);
      other.refresh();
      seal(database, other, "entry");
      assertThat(opened(database, one, "entry")).isEqualTo(Secret.ofText("s-entry"));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aKeyIsPromotedOnSeveralNodesInTwoSteps(Dialect dialect) throws Exception {
    Path copy = folder.resolve("copy.key");
    try (Database database = Stores.database(dialect, folder)) {
      Vault one = Vaults.open(inFile, database, 1);
      String oldLine = Files.readString(file);
      write(copy, oldLine);
      Vault other = Vaults.open(new VaultSettings.InFile(copy, false), database, 2);
      String newLine = Vaults.text(7) + "\n";

      write(file, oldLine + newLine);
      new KeyRotation(one).reload();
      write(copy, oldLine + newLine);
      new KeyRotation(other).reload();
      assertThat(new KeyRotation(one).status().dataKeys()).hasSize(1);

      write(file, newLine + oldLine);
      new KeyRotation(one).reload();
      VaultStatus promoted = new KeyRotation(one).status();
      assertThat(promoted.masterKeys().get(0))
          .isEqualTo(new VaultStatus.Master(Vaults.idOf(newLine), true, 2));
      seal(database, one, "entry");
      assertThat(opened(database, other, "entry")).isEqualTo(Secret.ofText("s-entry"));

      write(copy, newLine + oldLine);
      new KeyRotation(other).reload();
      assertThat(new KeyRotation(one).status().dataKeys()).hasSize(2);
    }
  }

  @Test
  void aRotationThatStoppedAfterTheFileWasWrittenIsFinishedByTheNext() throws Exception {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      assertThat(Vaults.open(inFile, database, 1)).isNotNull();
      write(file, Vaults.text(7) + "\n" + Files.readString(file));
      Vault vault = Vaults.open(inFile, database, 2);
      new KeyRotation(vault).rotate();
      assertThat(Files.readAllLines(file)).hasSize(2);
      assertThat(new KeyRotation(vault).status().primary()).isEqualTo(Vaults.idOf(Vaults.text(7)));
    }
  }

  @Test
  void aChangeThatCameMeanwhileIsNotOverwritten() throws Exception {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Vault vault = Vaults.open(inFile, database, 1);
      seal(database, vault, "entry");
      List<SealedRow> read = database.read(handle -> SealedRow.others(handle, "another"));
      byte[] changed = vault.seal(Secret.ofText("changed"), identity("entry"));
      Vaults.change(database, "entry", "k", changed);
      assertThat(read).hasSize(1);
      boolean replaced = database.write(
          handle -> read.get(0).replace(handle, read.get(0).blob(), vault.primaryDataKey()));
      assertThat(replaced).isFalse();
      assertThat(opened(database, vault, "entry")).isEqualTo(Secret.ofText("changed"));
    }
  }

  @Test
  void aRowThatDoesNotOpenHoldsUpNoOtherAndIsNamed() throws Exception {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Vault vault = Vaults.open(inFile, database, 1);
      seal(database, vault, "bad");
      seal(database, vault, "good");
      Vaults.change(database, "bad", "k", Vaults.blob(database, "good", "k"));
      new KeyRotation(vault).rotate();
      Rewrapping rewrapping = new Rewrapping(vault);
      assertThat(rewrapping.rewrap(1)).isEqualTo(new Rewrapping.Progress(1, 1));
      assertThatThrownBy(() -> rewrapping.rewrap(1))
          .isInstanceOf(VaultFault.class)
          .hasMessageContaining("key k of thing bad");
      assertThat(new KeyRotation(vault).status().dataKeys()).hasSize(2);
    }
  }

  @Test
  void aKeptAnswerThatDoesNotOpenIsForgotten() throws Exception {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Vault vault = Vaults.open(inFile, database, 1);
      Vaults.keep(database, vault, "c", vault.sealBytes(new byte[] {7}, answer("another")));
      new KeyRotation(vault).rotate();
      assertThat(new Rewrapping(vault).rewrap(1)).isEqualTo(new Rewrapping.Progress(0, 0));
      assertThat(new KeyRotation(vault).status().dataKeys()).hasSize(1);
    }
  }

  @Test
  void theStatusTellsTheFileAsItIsNow() throws Exception {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      KeyRotation rotation = new KeyRotation(Vaults.open(inFile, database, 1));
      write(file, Files.readString(file) + Vaults.text(7) + "\n");
      assertThat(rotation.status().masterKeys()).hasSize(2);
    }
  }

  @Test
  void keysInTheEnvironmentAreRotatedByTheOperator() throws Exception {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      KeyRotation rotation =
          new KeyRotation(Vaults.open(SealingTest.given(Vaults.text(1)), database, 1));
      refused("operator-rotates", rotation::rotate);
      Vault both = Vaults.open(SealingTest.given(Vaults.text(2), Vaults.text(1)), database, 2);
      new KeyRotation(both).rotate();
      assertThat(new KeyRotation(both).status().masterKeys().get(1).neededBy()).isZero();
      refused("operator-drops", () -> new KeyRotation(both).drop(Vaults.idOf(Vaults.text(1))));
      assertThat(Vaults.open(SealingTest.given(Vaults.text(2)), database, 3)).isNotNull();
    }
  }

  @Test
  void reloadingWithoutAKeyThatIsNeededIsRefusedAndChangesNothing() throws Exception {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Vault vault = Vaults.open(inFile, database, 1);
      String before = vault.masters().primary().id();
      write(file, Vaults.text(7) + "\n");
      refused("still-needed", new KeyRotation(vault)::reload);
      write(file, "nothing\n");
      refused("master-key-unavailable", new KeyRotation(vault)::reload);
      assertThat(vault.masters().primary().id()).isEqualTo(before);
    }
  }

  private static void seal(Database database, Vault vault, String entry) {
    byte[] blob = vault.seal(Secret.ofText("s-" + entry), identity(entry));
    Vaults.store(database, vault, entry, "k", blob);
  }

  private static Secret opened(Database database, Vault vault, String entry) {
    return vault.open(Vaults.blob(database, entry, "k"), identity(entry));
  }

  private static String identity(String entry) {
    return SealIdentity.ofSecret("thing", entry, "k");
  }

  private static String answer(String caller) {
    return SealIdentity.ofAnswer(caller, "r");
  }

  private static void write(Path file, String text) throws Exception {
    Files.deleteIfExists(file);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            VaultFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
