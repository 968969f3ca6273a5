package dev.jeton.server.backup;

import dev.jeton.server.store.BesideOthers;
import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.SealedSecret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jdbi.v3.core.Handle;

/** The entries beside others that are there before a restore. They stay, with their secrets. */
final class Beside {
  private final Map<String, BesideOthers> kinds = new HashMap<>();
  private final Map<EntryId, String> documents = new HashMap<>();
  private final List<Sealed> secrets = new ArrayList<>();

  /** A secret as the table has it. */
  private record Sealed(EntryId entry, String id, SealedSecret secret) {}

  static Beside in(Handle handle) {
    Beside beside = new Beside();
    for (BesideOthers one : ServiceLoader.load(BesideOthers.class, Beside.class.getClassLoader())) {
      beside.kinds.put(one.kind(), one);
      beside.find(handle, one);
    }
    return beside;
  }

  private void find(Handle handle, BesideOthers one) {
    handle
        .createQuery("SELECT id, document FROM entries WHERE kind = ? AND NOT deleted")
        .bind(0, one.kind())
        .map((row, context) ->
            documents.put(new EntryId(one.kind(), row.getString(1)), row.getString(2)))
        .list();
    secrets.addAll(handle
        .createQuery("SELECT entry, id, blob, data_key FROM secrets WHERE kind = ?")
        .bind(0, one.kind())
        .map((row, context) -> new Sealed(
            new EntryId(one.kind(), row.getString(1)),
            row.getString(2),
            new SealedSecret(row.getBytes(3), row.getString(4))))
        .list());
  }

  boolean isThere(EntryId id) {
    return documents.containsKey(id);
  }

  /** A document of that kind, without what must not count again. */
  String restored(String kind, String document) {
    BesideOthers one = kinds.get(kind);
    return one == null || document.isEmpty() ? document : one.restored(document);
  }

  /** Once all of the backup is there. What is sealed with a key that the backup lacks is lost. */
  void putBack(Handle handle, long revision, Instant now) {
    documents.forEach((id, document) -> handle.execute(
        "UPDATE entries SET document = ?, version = version + 1, revision = ?, changed_at = ?,"
            + " changed_by = ?, deleted = ? WHERE kind = ? AND id = ?",
        restored(id.kind(), document),
        revision,
        now.toEpochMilli(),
        Replacing.BY,
        false,
        id.kind(),
        id.id()));
    for (Sealed one : secrets) {
      handle.execute(
          "INSERT INTO secrets (kind, entry, id, blob, data_key)"
              + " SELECT ?, ?, ?, ?, id FROM data_keys WHERE id = ?",
          one.entry().kind(),
          one.entry().id(),
          one.id(),
          one.secret().blob(),
          one.secret().dataKey());
    }
  }
}
