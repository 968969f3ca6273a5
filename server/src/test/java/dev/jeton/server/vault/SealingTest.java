package dev.jeton.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.tokens.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
  private static final String CANARY = "canary-of-a-secret-0123456789";
  private static final Secret SECRET = Secret.ofText(CANARY);
  private static final String HERE = SealIdentity.ofSecret("thing", "entry", "key");

  private final Database database;
  private Vault vault;

  SealingTest(@TempDir Path folder) {
    database = Stores.database(Dialect.SQLITE, folder);
  }

  @BeforeEach
  void openVault() throws VaultUnusable {
    vault = Vaults.open(given(Vaults.text(1)), database, 1);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatWasSealedOpensForItsIdentity() {
    assertThat(vault.open(vault.seal(SECRET, HERE), HERE)).isEqualTo(SECRET);
    byte[] answer = {1, 2, 3};
    assertThat(vault.openBytes(vault.sealBytes(answer, HERE), HERE)).isEqualTo(answer);
  }

  @Test
  void theSameSecretIsNeverSealedToTheSameBlob() {
    assertThat(vault.seal(SECRET, HERE)).isNotEqualTo(vault.seal(SECRET, HERE));
  }

  @Test
  void theBlobBeginsWithAVersionAndTheIdOfItsDataKey() {
    byte[] blob = vault.seal(SECRET, HERE);
    assertThat(blob[0]).isEqualTo((byte) 1);
    assertThat(vault.dataKeyOf(blob)).isEqualTo(vault.primaryDataKey()).hasSize(16);
    assertThat(blob).hasSize(1 + 8 + 12 + CANARY.length() + 16);
    assertThat(new String(blob, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
  }

  @Test
  void aBlobThatWasMovedToAnotherRowDoesNotOpen() {
    byte[] blob = vault.seal(SECRET, HERE);
    for (String elsewhere : new String[] {
      SealIdentity.ofSecret("thing", "entry", "key2"),
      SealIdentity.ofSecret("thing", "entry2", "key"),
      SealIdentity.ofSecret("thing2", "entry", "key"),
      SealIdentity.ofAnswer("entry", "key"),
      ""
    }) {
      assertThatThrownBy(() -> vault.open(blob, elsewhere))
          .isInstanceOf(CannotOpen.class)
          .hasMessageContaining("belongs elsewhere");
    }
  }

  @Test
  void partsOfAnIdentityCannotBeShiftedIntoEachOther() {
    assertThat(SealIdentity.ofSecret("a", "b/c", "d"))
        .isNotEqualTo(SealIdentity.ofSecret("a/b", "c", "d"))
        .isNotEqualTo(SealIdentity.ofSecret("a", "b", "c/d"));
    assertThat(SealIdentity.ofAnswer("a", "b/c")).isNotEqualTo(SealIdentity.ofAnswer("a/b", "c"));
  }

  @Test
  void aBlobWithAnyBitFlippedDoesNotOpen() {
    byte[] blob = vault.seal(SECRET, HERE);
    for (int at = 0; at < blob.length; at++) {
      byte[] flipped = blob.clone();
      flipped[at] ^= 1;
      assertThatThrownBy(() -> vault.open(flipped, HERE))
          .as("byte %d", at)
          .isInstanceOf(CannotOpen.class)
          .hasMessageNotContaining("canary");
    }
  }

  @Test
  void aBlobThatWasCutDoesNotOpen() {
    byte[] blob = vault.seal(SECRET, HERE);
    for (int length = 0; length < blob.length; length++) {
      byte[] cut = Arrays.copyOf(blob, length);
      assertThatThrownBy(() -> vault.open(cut, HERE)).isInstanceOf(CannotOpen.class);
    }
  }

  @Test
  void aBlobOfAnUnknownVersionIsToldPlainly() {
    byte[] blob = vault.seal(SECRET, HERE);
    blob[0] = 2;
    assertThatThrownBy(() -> vault.open(blob, HERE))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("a newer one");
  }

  @Test
  void aBlobUnderADataKeyThatIsNotHereIsToldPlainly() {
    byte[] blob = DataKey.fresh(new Random(9)).seal(new byte[] {1}, HERE);
    assertThatThrownBy(() -> vault.open(blob, HERE))
        .isInstanceOf(CannotOpen.class)
        .hasMessageContaining("data key " + vault.dataKeyOf(blob));
  }

  @Test
  void nothingPrintsAKey() throws VaultUnusable {
    String text = Vaults.text(1);
    assertThat(vault.toString()
            + vault.masters()
            + vault.ring()
            + vault.ring().primary()
            + vault.rows()
            + given(text))
        .doesNotContain(text.substring(5))
        .doesNotContain("[B@");
  }

  static VaultSettings given(String... keys) {
    return new VaultSettings.Given(Secret.ofText(String.join(",", keys)));
  }
}
