package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.tokens.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HearingTest {
  private static final List<Use> NEWS = List.of(new Use(Limit.MINT, "caller:app", 60, 7));

  private final Database database;
  private final Database elsewhere;
  private final Vault vault;
  private final Hearing one;
  private final Hearing two;
  private final Hearing stranger;

  HearingTest(@TempDir Path folder) throws Exception {
    database = Stores.database(Dialect.SQLITE, folder);
    elsewhere = Stores.database(Dialect.SQLITE, Files.createDirectory(folder.resolve("other")));
    vault = vault(database);
    one = new Hearing(vault, "one");
    two = new Hearing(vault, "two");
    stranger = new Hearing(vault(elsewhere), "stranger");
  }

  private static Vault vault(Database database) throws Exception {
    VaultSettings key = new VaultSettings.Given(Secret.ofText("jmk1_" + "A".repeat(43)));
    return Vault.look(key, database, new Random(database.hashCode())).open(() -> Instant.EPOCH);
  }

  @AfterEach
  void close() {
    database.close();
    elsewhere.close();
  }

  @Test
  void aRowCountsOnceAndUnderItsOwnNumberOnly() {
    byte[] row = one.tell(1, NEWS);
    assertThat(two.hear("one", 2, row)).isEmpty();
    assertThat(two.hear("three", 1, row)).isEmpty();
    assertThat(two.hear("one", 1, row)).isEqualTo(NEWS);
    assertThat(two.hear("one", 1, row)).isEmpty();
    assertThat(one.hear("one", 1, row)).isEmpty();
  }

  @Test
  void aRowWhoseKeyCannotBeLookedForWithoutTheDatabaseStopsNothing() {
    byte[] row = one.tell(1, NEWS);
    byte[] foreign = stranger.tell(1, NEWS);
    database.close();
    assertThat(two.hear("stranger", 1, foreign)).isEmpty();
    assertThat(two.hear("one", 1, row)).isEqualTo(NEWS);
  }

  @Test
  void junkStopsNothing() {
    assertThat(two.hear("one", 1, new byte[] {1})).isEmpty();
    assertThat(two.hear("one", 1, new byte[0])).isEmpty();
    assertThat(two.hear("one", 1, one.tell(1, NEWS))).isEqualTo(NEWS);
  }

  @Test
  void ofNodesThatCameAndWentOnlySomeAreKept() {
    for (int i = 0; i < 1_500; i++) {
      two.skip("node" + i, 1);
    }
    assertThat(two.nodes()).isEqualTo(1_000);
  }
}
