package dev.jeton.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.audit.AuditSettings;
import dev.jeton.server.audit.OfflineLog;
import dev.jeton.server.audit.chain.ChainVerdict;
import dev.jeton.server.audit.chain.ChainVerifier;
import dev.jeton.server.store.Content;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Stores;
import dev.jeton.server.store.Words;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.server.vault.VaultUnusable;
import dev.jeton.tokens.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a restore keeps, replaces and refuses, on and between both databases. */
class RestorationTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource({"SQLITE,SQLITE", "SQLITE,POSTGRESQL", "POSTGRESQL,SQLITE"})
  void aBackupMovesFromOneDatabaseToAnother(Dialect from, Dialect to) throws Exception {
    try (Stocked old = new Stocked(from, folder.resolve("old"));
        Stocked fresh = new Stocked(to, folder.resolve("fresh"))) {
      old.lamp("hall", "secret of the hall");
      Entry gone = old.lamp("gone", "x");
      old.store.write(writing -> writing.delete(gone, "ann", Stocked.NOW));
      old.use("ticket-1", Stocked.NOW.plusSeconds(60));
      Files.writeString(old.folder.resolve("uid.key"), Stocked.LINE + "\n");
      Files.setPosixFilePermissions(
          old.folder.resolve("uid.key"), PosixFilePermissions.fromString("rw-------"));
      Path file = old.backup(Optional.empty());
      assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
          .doesNotContain("secret of the hall", Stocked.LINE, Stocked.KEY);

      fresh.restore(file, false);

      assertThat(fresh.opened("hall")).isEqualTo("secret of the hall");
      assertThat(fresh.entry("hall").document()).isEqualTo(old.entry("hall").document());
      assertThat(fresh.entry("gone").deleted()).isTrue();
      assertThat(fresh.marks()).containsExactly("ticket-1 2026-11-21T12:01:00Z");
      assertThat(fresh.store.revision()).isGreaterThan(old.store.revision());
      Path uid = fresh.folder.resolve("uid.key");
      assertThat(uid).hasContent(Stocked.LINE);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(uid)))
          .isEqualTo("rw-------");
      assertThat(audit(fresh)).contains("\"restored\"", "2026-11-21T12:00:00Z");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatWasUsedOrRevokedAfterABackupStaysSo(Dialect dialect) throws Exception {
    try (Stocked one = new Stocked(dialect, folder)) {
      Entry hall = one.lamp("hall", "old");
      Entry attic = one.lamp("attic", "kept");
      Entry cellar = one.lamp("cellar", "forgotten");
      Entry shed = one.lamp("shed", "deleted");
      Entry porch = one.lamp("porch", "valid");
      one.use("before", Stocked.NOW.plusSeconds(1));
      Path file = one.backup(Optional.empty());
      long before = one.store.revision();
      one.use("after", Stocked.NOW.plusSeconds(2));
      one.change(hall, "revoked", "old");
      one.change(attic, "active", "changed");
      // Ten later ones died, so the document tells nothing of it any more.
      one.revoke(cellar, "k1");
      one.store.write(writing -> writing.change(
          cellar, new Content("{\"keys\":[]}", Words.NONE, Map.of()), "bob", Stocked.NOW));
      one.revoke(shed, "k1");
      one.store.write(writing -> writing.delete(shed, "bob", Stocked.NOW));
      one.revoke(porch, "spec.valid");
      one.lamp("new", "n");
      List<Entry> told = new ArrayList<>();
      Snapshot other = Snapshot.load(one.store, () -> Stocked.NOW);
      other.listen(told::addAll);
      told.clear();

      assertThatThrownBy(() -> one.restore(file, false)).hasMessageContaining("--replace");
      assertThat(one.restore(file, true)).containsExactly("lamp porch");

      assertThat(one.marks())
          .containsExactly("after 2026-11-21T12:00:02Z", "before 2026-11-21T12:00:01Z");
      assertThat(one.opened("attic")).isEqualTo("kept");
      assertThat(one.entry("attic").version()).isEqualTo(3);
      assertThat(one.entry("hall").document()).contains("\"state\":\"revoked\"");
      assertThat(one.entry("hall").secrets()).isEmpty();
      for (String forgotten : List.of("cellar", "shed")) {
        assertThat(one.entry(forgotten).document())
            .contains("\"state\":\"revoked\"", "\"endsAt\":\"2026-11-21T12:00:00Z\"");
        assertThat(one.entry(forgotten).secrets()).isEmpty();
      }
      assertThat(one.entry("porch").document()).contains("\"valid\":false", "\"active\"");
      assertThat(one.entry("new").deleted()).isTrue();
      assertThat(one.store.revision()).isGreaterThan(before + 3);
      assertThat(other.refresh()).isTrue();
      assertThat(told).extracting(entry -> entry.id().id()).contains("hall", "attic", "new");
      assertThat(other.entries()).extracting(entry -> entry.id().id()).doesNotContain("new");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aRefusalComesBeforeTheTablesAreTouched(Dialect dialect) throws Exception {
    try (Stocked old = new Stocked(Dialect.SQLITE, folder.resolve("old"));
        Database fresh = Database.open(Stores.settings(dialect, folder));
        OfflineLog audit =
            OfflineLog.open(AuditSettings.in(folder), () -> Stocked.NOW, new Random(2))) {
      Files.writeString(folder.resolve("uid.key"), "y".repeat(40));
      Files.writeString(old.folder.resolve("uid.key"), Stocked.LINE);
      Files.setPosixFilePermissions(
          old.folder.resolve("uid.key"), PosixFilePermissions.fromString("rw-------"));
      Restoration backup = Stocked.check(old.backup(Optional.empty()), Optional.empty());
      Restoration.Target target = new Restoration.Target(folder, fresh, audit);
      assertThatThrownBy(() -> backup.refuseToReplace(target, false))
          .hasMessageContaining("another uid.key");
      backup.refuseToReplace(target, true);
      assertThat(fresh.hasTable("entries")).isFalse();
    }
  }

  @Test
  void whatAnInterruptedRestoreLeftIsFound() throws Exception {
    assertThat(Restoration.unfinished(folder)).isEmpty();
    assertThat(Restoration.unfinished(folder.resolve("none"))).isEmpty();
    Path left = Files.writeString(folder.resolve(".uid.key.restored"), Stocked.LINE);
    assertThat(Restoration.unfinished(folder)).contains(left);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void othersWriteWhileABackupIsRead(Dialect dialect) throws Exception {
    try (Stocked one = new Stocked(dialect, folder)) {
      one.lamp("hall", "old");
      long seen = one.database.readAtOneMoment(handle -> {
        long first = count(handle);
        // On another thread, because JDBI gives a thread the handle that it has already.
        CompletableFuture.runAsync(() -> meanwhile(one)).join();
        assertThat(count(handle)).isEqualTo(first);
        return first;
      });
      assertThat(one.store.changedSince(0)).hasSize((int) seen + 1);
    }
  }

  private static void meanwhile(Stocked one) {
    try {
      one.lamp("meanwhile", "new");
    } catch (VaultUnusable e) {
      throw new AssertionError(e);
    }
  }

  private static long count(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM entries").mapTo(Long.class).one();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aMissingMasterKeyIsNamedAndNothingIsWritten(Dialect dialect) throws Exception {
    try (Stocked one = new Stocked(dialect, folder)) {
      one.lamp("hall", "old");
      Path file = one.backup(Optional.empty());
      String id = one.database.read(handle -> handle
          .createQuery("SELECT master_key FROM data_keys")
          .mapTo(String.class)
          .one());
      for (VaultSettings wrong : List.of(
          new VaultSettings.Given(Secret.ofText("jmk1_" + "B".repeat(42) + "A")),
          new VaultSettings.InFile(folder.resolve("none.key"), true))) {
        assertThatThrownBy(() ->
                Restoration.check(file, Optional.empty(), wrong, new Random(1), () -> Stocked.NOW))
            .isInstanceOf(BackupUnusable.class)
            .hasMessageContaining("needs master key " + id);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anotherKeyFileIsKeptBeside(Dialect dialect) throws Exception {
    try (Stocked old = new Stocked(Dialect.SQLITE, folder.resolve("old"));
        Stocked fresh = new Stocked(dialect, folder.resolve("fresh"))) {
      Path uid = fresh.folder.resolve("uid.key");
      for (Path one : List.of(old.folder.resolve("uid.key"), uid)) {
        Files.writeString(one, one.equals(uid) ? "y".repeat(40) : Stocked.LINE);
        Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rw-------"));
      }
      Path file = old.backup(Optional.empty());
      assertThatThrownBy(() -> fresh.restore(file, false)).hasMessageContaining("another uid.key");
      fresh.restore(file, true);
      assertThat(uid).hasContent(Stocked.LINE);
      assertThat(fresh.folder.resolve("uid.key.before-20261121T120000Z"))
          .hasContent("y".repeat(40));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aFolderInUseIsLeftAlone(Dialect dialect) throws Exception {
    try (Stocked one = new Stocked(dialect, folder);
        OfflineLog running =
            OfflineLog.open(AuditSettings.in(folder), () -> Stocked.NOW, new Random(2))) {
      Path file = one.backup(Optional.empty());
      assertThat(running).isNotNull();
      assertThatThrownBy(() -> one.restore(file, true)).hasMessageContaining("in use");
    }
  }

  private static String audit(Stocked one) throws Exception {
    assertThat(new ChainVerifier(one.folder.resolve("audit"), null, (done, all) -> {}).verify())
        .isInstanceOf(ChainVerdict.Intact.class);
    return Files.readString(one.folder.resolve("audit").resolve("000001.jsonl"));
  }
}
