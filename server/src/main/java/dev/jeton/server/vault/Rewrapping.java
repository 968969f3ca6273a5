package dev.jeton.server.vault;

import com.google.crypto.tink.util.Bytes;
import dev.jeton.server.store.MissingReference;
import dev.jeton.server.vault.VaultFault.Why;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Seals values again under the primary data key, a batch at a time. */
public final class Rewrapping {
  private final Vault vault;

  public Rewrapping(Vault vault) {
    this.vault = vault;
  }

  /** What a batch came to: how many were sealed again, and how many are left. */
  public record Progress(long done, long left) {}

  /**
   * Seals at most that many again, in one transaction. A value that somebody else changes meanwhile is
   * left to the next batch. When none is left, data keys that nothing uses are deleted.
   */
  public Progress rewrap(int batch) {
    vault.refresh();
    List<Resealed> ready = new ArrayList<>();
    List<SealedRow> unreadable = new ArrayList<>();
    for (SealedRow row : rows()) {
      if (ready.size() == batch) {
        break;
      }
      try {
        ready.add(new Resealed(row, reseal(row)));
      } catch (CannotOpen e) {
        unreadable.add(row);
      }
    }
    List<SealedRow.OfAnswer> lost = only(SealedRow.OfAnswer.class, unreadable);
    List<SealedRow.OfSecret> secrets = only(SealedRow.OfSecret.class, unreadable);
    if (ready.isEmpty() && lost.isEmpty() && !secrets.isEmpty()) {
      throw new VaultFault(
          Why.UNREADABLE,
          secrets.size() + " sealed values do not open, the first is "
              + secrets.get(0).place()
              + "; restore them from a backup, or revoke those keys");
    }
    Progress progress = vault.database().write(handle -> {
      // Nobody can be given such an answer again, and within a day nobody would ask for it.
      lost.forEach(answer -> answer.remove(handle));
      long done = ready.stream().filter(one -> one.store(handle)).count();
      return new Progress(done, SealedRow.countOthers(handle, vault.primaryDataKey()));
    });
    if (progress.left() == 0) {
      forgetUnused();
    }
    return progress;
  }

  private record Resealed(SealedRow row, Bytes blob) {
    boolean store(Handle handle) {
      return row.replace(handle, blob, SealedForm.keyId(blob.toByteArray()));
    }
  }

  private static <T extends SealedRow> List<T> only(Class<T> type, List<SealedRow> rows) {
    return rows.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private List<SealedRow> rows() {
    return vault.database().read(handle -> SealedRow.others(handle, vault.primaryDataKey()));
  }

  private Bytes reseal(SealedRow row) {
    byte[] opened = vault.openBytes(row.blob().toByteArray(), row.identity());
    return Bytes.copyFrom(vault.sealBytes(opened, row.identity()));
  }

  private void forgetUnused() {
    try {
      vault.database().write(handle -> {
        DataKeyTable.lock(handle, vault.database().dialect());
        return DataKeyTable.deleteUnused(handle);
      });
    } catch (MissingReference e) {
      // A node that has not met the new data key yet has just sealed under an old one.
      return;
    }
    vault.refresh();
  }
}
