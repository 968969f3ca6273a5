package dev.jeton.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a restore does to entries that are revocations themselves. */
class RestoredRevocationsTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void noRevocationIsTakenBackAndThoseOfTheBackupJoinThem(Dialect dialect) throws Exception {
    try (Stocked one = new Stocked(dialect, folder)) {
      Entry both = one.revocation("both");
      Entry ended = one.revocation("ended");
      Path file = one.backup(Optional.empty());
      Entry later = one.revocation("later");
      Entry gone = one.revocation("gone");
      one.store.write(writing -> writing.delete(gone, "server", Stocked.NOW));
      one.store.write(writing -> writing.delete(ended, "server", Stocked.NOW));
      Snapshot other = Snapshot.load(one.store, () -> Stocked.NOW);

      one.restore(file, true);

      assertThat(one.entry("both")).isEqualTo(both);
      assertThat(one.entry("later")).isEqualTo(later);
      assertThat(one.entry("gone").deleted()).isTrue();
      assertThat(one.entry("ended").document()).isEqualTo(ended.document());
      assertThat(one.entry("ended").version()).isEqualTo(3);
      for (Snapshot node : List.of(other, Snapshot.load(one.store, () -> Stocked.NOW))) {
        assertThat(node.compare()).isTrue();
        assertThat(node.entries())
            .extracting(entry -> entry.id().id())
            .containsExactlyInAnyOrder("both", "later", "ended");
      }
    }
  }
}
