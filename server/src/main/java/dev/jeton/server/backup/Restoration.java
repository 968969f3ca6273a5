package dev.jeton.server.backup;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.OfflineLog;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.store.Writing;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.JdbiException;

/**
 * Puts a backup back while no server runs on the folder: all of it in one transaction, with a row in
 * the audit chain before its commit.
 */
public final class Restoration {
  private final Checked backup;
  private final InstantSource clock;

  private Restoration(Checked backup, InstantSource clock) {
    this.backup = backup;
    this.clock = clock;
  }

  /** Where it goes. */
  public record Target(Path folder, Database database, OfflineLog audit) {}

  /**
   * Reads all of it, opens every secret in it, and changes nothing.
   *
   * @param vault where the master keys are that it needs
   */
  public static Restoration check(
      Path file,
      Optional<Secret> passphrase,
      VaultSettings vault,
      RandomGenerator random,
      InstantSource clock)
      throws BackupUnusable {
    return new Restoration(Checking.check(file, passphrase, vault, random), clock);
  }

  /** When it was made. */
  public Instant createdAt() {
    return backup.head().createdAt();
  }

  /** How many entries it has, those that were deleted included. */
  public long entries() {
    return backup.head().rows(Table.ENTRIES);
  }

  /** How many secrets it has. */
  public long secrets() {
    return backup.head().rows(Table.SECRETS);
  }

  /** The SHA-256 that stands at its end, and in the audit row of whoever made it. */
  public String digest() {
    return backup.digest();
  }

  /**
   * Writes it.
   *
   * @param replace whether it may take the place of what is there
   * @return what came back switched off, because somebody switched it off or deleted it since
   */
  public Set<String> into(Target target, boolean replace) throws BackupUnusable {
    refuseToReplace(target, replace);
    KeyFiles keyFiles = keyFiles(target);
    try {
      keyFiles.stage();
      Set<String> switchedOff = new Store(target.database())
          .writeAfter(backup.head().revision(), writing -> {
            Set<String> off = write(writing);
            record(target.audit(), writing.revision());
            return off;
          });
      keyFiles.put();
      return switchedOff;
    } catch (Broken e) {
      throw e.why();
    } catch (StoreUnavailable e) {
      throw BackupUnusable.because("the database does not answer; nothing was changed");
    } catch (JdbiException e) {
      throw BackupUnusable.because(
          "the rows of the backup do not fit together; nothing was changed");
    } catch (IOException e) {
      throw BackupUnusable.because("the key files in " + target.folder()
          + " cannot be written; let this user write there, and restore again with --replace");
    } finally {
      keyFiles.clear();
    }
  }

  /** Refuses to take the place of what is there, unless it was said; changes nothing, not even tables. */
  public void refuseToReplace(Target target, boolean replace) throws BackupUnusable {
    if (replace) {
      return;
    }
    try {
      refuseToReplace(target, keyFiles(target));
    } catch (IOException e) {
      throw BackupUnusable.because(
          "the key files in " + target.folder() + " cannot be read; let this user read there");
    }
  }

  /**
   * A key file of a restore that was interrupted between its commit and its end, so that nobody knows
   * whether it belongs to what is stored.
   */
  public static Optional<Path> unfinished(Path folder) {
    return KeyFiles.unfinished(folder);
  }

  private KeyFiles keyFiles(Target target) {
    return new KeyFiles(target.folder(), backup.keyFiles(), clock.instant());
  }

  private static void refuseToReplace(Target target, KeyFiles keyFiles)
      throws IOException, BackupUnusable {
    Database database = target.database();
    long there = database.hasTable(Table.ENTRIES.sql())
        ? database.read(handle ->
            handle.createQuery("SELECT count(*) FROM entries").mapTo(Long.class).one())
        : 0;
    if (there > 0) {
      throw BackupUnusable.unlessSaid("the store is not empty (" + there
          + " entries, deleted ones included); --replace puts the backup in its place");
    }
    Optional<String> other = keyFiles.other();
    if (other.isPresent()) {
      throw BackupUnusable.unlessSaid("there is another " + other.get() + " in " + target.folder()
          + "; --replace puts that of the backup in its place and keeps it beside");
    }
  }

  private Set<String> write(Writing writing) {
    Replacing replacing = new Replacing(writing);
    try {
      String digest = backup.reader().read(replacing);
      if (!digest.equals(backup.digest())) {
        throw BackupUnusable.because("the backup was changed while it was read; restore it again");
      }
    } catch (BackupUnusable e) {
      throw new Broken(e);
    }
    replacing.finish(clock.instant());
    return replacing.switchedOff();
  }

  private void record(OfflineLog audit, long revision) {
    Map<String, String> details = Map.of(
        "backup", backup.digest(),
        "madeAt", createdAt().toString(),
        "entries", Long.toString(entries()),
        "revision", Long.toString(revision));
    try {
      audit.write(
          new AuditRow("restored", "done", null, "command-line", "", "", null, details, List.of()));
    } catch (IOException e) {
      throw new Broken(BackupUnusable.because(
          "the audit log cannot be written, so nothing was restored; is the disk full?"));
    }
  }

  /** Undoes the transaction. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final BackupUnusable why;

    Broken(BackupUnusable why) {
      super(why);
      this.why = why;
    }

    BackupUnusable why() {
      return why;
    }
  }
}
