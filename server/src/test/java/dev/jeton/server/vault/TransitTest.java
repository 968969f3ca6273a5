package dev.jeton.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.tokens.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransitTest {
  private static final Secret SECRET = Secret.ofText("s");

  private final TransitServer kms = new TransitServer();
  private final Database database;

  TransitTest(@TempDir Path folder) {
    database = Stores.database(Dialect.SQLITE, folder);
  }

  @AfterEach
  void close() {
    database.close();
    kms.close();
  }

  @Test
  void theKmsAsAStory() throws Exception {
    Vault vault = Vaults.open(kms.settings(), database, 1);
    Vaults.store(database, vault, "entry", "k", vault.seal(SECRET, "here"));
    assertThat(wrapped()).contains("transit:transit/jeton").contains("vault:v1:");

    kms.rotate();
    new KeyRotation(vault).rotate();
    assertThat(wrapped()).contains("vault:v2:").doesNotContain("vault:v1:");
    assertThat(new KeyRotation(vault).status().masterKeys())
        .containsExactly(new VaultStatus.Master("transit:transit/jeton", true, 2));

    Vault again = Vaults.open(kms.settings(), database, 2);
    assertThat(again.open(Vaults.blob(database, "entry", "k"), "here")).isEqualTo(SECRET);
  }

  @Test
  void sealingAndOpeningGoOnWhenTheKmsIsGone() throws Exception {
    Vault vault = Vaults.open(kms.settings(), database, 1);
    byte[] before = vault.seal(SECRET, "here");
    kms.close();
    assertThat(vault.open(before, "here")).isEqualTo(SECRET);
    assertThat(vault.open(vault.seal(SECRET, "there"), "there")).isEqualTo(SECRET);
    String primary = vault.primaryDataKey();
    assertThatThrownBy(new KeyRotation(vault)::rotate)
        .isInstanceOfSatisfying(
            VaultFault.class,
            fault -> assertThat(fault.code()).isEqualTo("master-key-unavailable"));
    assertThat(vault.primaryDataKey()).isEqualTo(primary);
    assertThatThrownBy(() -> Vaults.open(kms.settings(), database, 2))
        .isInstanceOf(VaultUnusable.class)
        .hasMessageContaining("does not answer");
  }

  @Test
  void aTokenThatIsRefusedIsToldWithoutIt() {
    VaultSettings wrong = kms.settings("jeton", "wrong-token-canary");
    assertThatThrownBy(() -> Vaults.open(wrong, database, 1))
        .isInstanceOf(VaultUnusable.class)
        .hasMessageContaining("refuses vault.transit-token")
        .hasMessageNotContaining("canary");
    assertThat(wrong.toString()).doesNotContain("canary");
  }

  @Test
  void aKeyWithAnotherNameIsToldByBothNames() throws Exception {
    assertThat(Vaults.open(kms.settings(), database, 1)).isNotNull();
    assertThatThrownBy(() -> Vaults.open(kms.settings("moved", TransitServer.TOKEN), database, 2))
        .isInstanceOf(VaultUnusable.class)
        .hasMessageContaining("transit:transit/jeton")
        .hasMessageContaining("transit:transit/moved");
  }

  @Test
  void aDataKeyThatTheKmsDoesNotOpenIsToldPlainly() throws Exception {
    assertThat(Vaults.open(kms.settings(), database, 1)).isNotNull();
    database.write(handle -> handle.execute("UPDATE data_keys SET id = '0000000000000000'"));
    assertThatThrownBy(() -> Vaults.open(kms.settings(), database, 2))
        .isInstanceOf(VaultUnusable.class)
        .hasMessageContaining("its row was changed");
  }

  private String wrapped() {
    StringBuilder all = new StringBuilder();
    DataKeyTable.all(database)
        .forEach(row ->
            all.append(new String(row.wrapped().toByteArray(), StandardCharsets.ISO_8859_1)));
    return all.toString();
  }
}
