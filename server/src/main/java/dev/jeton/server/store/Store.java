package dev.jeton.server.store;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The entries in the database. Blocks. */
public final class Store {
  private final Database database;

  public Store(Database database) {
    this.database = database;
  }

  /** Runs one transaction that writes; all such run one after the other. */
  public <T> T write(Function<Writing, T> work) {
    return database.write(handle -> work.apply(new Writing(handle)));
  }

  /** Every entry that was changed after that revision, traces of deleted ones included. */
  public List<Entry> changedSince(long revision) {
    return database.read(handle -> EntryRows.changedSince(handle, revision));
  }

  /** The revision of each entry. */
  public Map<EntryId, Long> revisions() {
    return database.read(EntryRows::revisions);
  }
}
