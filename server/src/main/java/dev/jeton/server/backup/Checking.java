package dev.jeton.server.backup;

import com.google.crypto.tink.util.Bytes;
import dev.jeton.server.store.Database;
import dev.jeton.server.vault.CannotOpen;
import dev.jeton.server.vault.CarriedKeys;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.server.vault.VaultUnusable;
import dev.jeton.tokens.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Looks through a whole backup before anything is written: every sealed value must open. */
final class Checking implements BackupReader.Taker {
  private final VaultSettings vault;
  private final RandomGenerator random;
  private final List<CarriedKeys.Wrapped> wrapped = new ArrayList<>();
  private int primaries;
  private @Nullable Head head;
  private @Nullable CarriedKeys keys;

  private Checking(VaultSettings vault, RandomGenerator random) {
    this.vault = vault;
    this.random = random;
  }

  static Checked check(
      Path file, Optional<Secret> passphrase, VaultSettings vault, RandomGenerator random)
      throws BackupUnusable {
    BackupReader reader = new BackupReader(file, passphrase, Database.schema());
    Checking checking = new Checking(vault, random);
    try {
      String digest = reader.read(checking);
      Head read = checking.head;
      if (read == null || checking.primaries != 1) {
        throw BackupUnusable.damaged();
      }
      return new Checked(reader, read, digest, checking.keyFiles(read));
    } catch (CannotOpen e) {
      throw BackupUnusable.because(e.line());
    } catch (Part.Unknown e) {
      throw BackupUnusable.damaged();
    }
  }

  @Override
  public void head(Head read) {
    head = read;
  }

  @Override
  public void row(Row row) throws BackupUnusable {
    switch (row.part().table()) {
      case DATA_KEYS -> {
        primaries += row.truth("is_primary") ? 1 : 0;
        wrapped.add(new CarriedKeys.Wrapped(
            row.text("id"), Bytes.copyFrom(row.bytes("wrapped")), row.text("master_key")));
      }
      case SECRETS ->
        keys()
            .open(
                row.bytes("blob"),
                SealIdentity.ofSecret(row.text("kind"), row.text("entry"), row.text("id")));
      case ENTRIES, WORDS, CONSUMED, REVOCATIONS -> {
        // The database's own rules hold for them.
      }
    }
  }

  /** Those that were read so far, which are all, because they stand first. */
  private CarriedKeys keys() throws BackupUnusable {
    if (keys == null) {
      try {
        keys = CarriedKeys.open(vault, wrapped, random);
      } catch (VaultUnusable e) {
        throw BackupUnusable.because(e.line());
      }
    }
    return keys;
  }

  private Map<String, byte[]> keyFiles(Head read) throws BackupUnusable {
    CarriedKeys opened = keys();
    Map<String, byte[]> lines = new HashMap<>();
    for (NodeKey key : read.nodeKeys()) {
      lines.put(key.name(), opened.open(key.sealed().toByteArray(), NodeKey.identity(key.name())));
    }
    return lines;
  }
}
