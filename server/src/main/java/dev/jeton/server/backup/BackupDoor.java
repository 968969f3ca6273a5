package dev.jeton.server.backup;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Verb;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.DataSettings;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.vault.LastingKey;
import dev.jeton.server.vault.Vault;
import dev.jeton.tokens.Secret;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/** {@code POST /api/v1/backup}: all that is stored, as a file. */
@Singleton
final class BackupDoor implements Doors {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 1024;

  /** Each takes room on the disk until it is sent. */
  private static final int MOST_WAITING = 2;

  private final Copying copying;
  private final CopyFile files;

  /** One at a time: each takes memory for its passphrase and room on the disk. */
  private final ReentrantLock alone = new ReentrantLock();

  @Inject
  BackupDoor(
      Database database,
      Vault vault,
      Settings settings,
      @Any Instance<LastingKey> keys,
      InstantSource clock,
      RandomGenerator random) {
    var folder = settings.get(DataSettings.class).folder();
    this.files = new CopyFile(folder);
    this.copying = new Copying(
        database, vault, folder, keys.stream().map(LastingKey::file).toList(), clock, random);
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.post("/api/v1/backup", Need.ADMINISTRATION, this::backup)
        .audited("backup", null)
        .right("backup", Verb.EXPORT)
        .fresh()
        .offTheLoop());
  }

  private Answer backup(Call call) {
    Optional<Secret> passphrase = Optional.ofNullable(
            call.body().only("passphrase").textOrNull("passphrase"))
        .map(BackupDoor::strong);
    if (!alone.tryLock()) {
      throw new Refused(new Problem(
          409, "backup-running", "another backup is just being made; ask again when it is done"));
    }
    try {
      if (files.waiting() >= MOST_WAITING) {
        throw new Refused(new Problem(
            409,
            "backup-running",
            "earlier backups are still being sent; ask again when they have arrived"));
      }
      CopyFile.Written<Copying.Made> written = files.write(out -> copying.copy(out, passphrase));
      Copying.Made made = written.result();
      return Answer.file(written.file())
          .audited(call.row(
              "done",
              null,
              Map.of(
                  "backup", made.digest(),
                  "entries", Long.toString(made.head().rows(Table.ENTRIES)),
                  "revision", Long.toString(made.head().revision()),
                  "passphrase", passphrase.isPresent() ? "yes" : "no")));
    } catch (StoreUnavailable e) {
      throw new Refused(
          new Problem(503, "store-unavailable", "the database does not answer; try again later"));
    } catch (Copying.KeysMoved e) {
      throw new Refused(
          new Problem(503, "keys-moved", "the keys of the vault were rotated just now; try again"));
    } catch (IOException e) {
      throw new Refused(new Problem(
          503,
          "backup-not-written",
          "the copy cannot be written beside the data; is the disk full?"));
    } finally {
      alone.unlock();
    }
  }

  private static Secret strong(String passphrase) {
    if (passphrase.length() < SHORTEST || passphrase.length() > LONGEST) {
      throw Refused.badRequest(
          "weak-passphrase", "passphrase must have " + SHORTEST + " to " + LONGEST + " characters");
    }
    return Secret.ofText(passphrase);
  }
}
