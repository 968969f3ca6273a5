package dev.jeton.server.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The entries in the database. All calls block; {@link StoreUnavailable} when it does not answer. */
public final class Store {
  /** Where PostgreSQL tells all nodes that there is a new revision. */
  static final String CHANNEL = "jeton_changes";

  private final Database database;
  private final List<Consumer<List<Entry>>> afterCommit = new CopyOnWriteArrayList<>();

  public Store(Database database) {
    this.database = database;
  }

  /**
   * Runs one transaction; whatever is thrown undoes all of it. The next revision is taken first, so
   * writers wait for each other, and who sees a revision sees all before it.
   */
  public <T> T write(Function<Writing, T> work) {
    return writeAfter(0, work);
  }

  /** The same with a revision that is also greater than this one, which was another store's. */
  public <T> T writeAfter(long revision, Function<Writing, T> work) {
    Done<T> done = database.write(handle -> {
      Writing writing = new Writing(handle, nextRevision(handle, revision));
      T result = work.apply(writing);
      finish(handle, writing);
      return new Done<>(result, writing.changed());
    });
    if (!done.changed().isEmpty()) {
      afterCommit.forEach(listener -> listener.accept(done.changed()));
    }
    return done.result();
  }

  /** What was written after that revision, in order, deleted entries too; 0 for everything. */
  public List<Entry> changedSince(long revision) {
    return database.read(handle -> EntryRows.changedSince(handle, revision));
  }

  /** The last revision of every entry, also of deleted ones. */
  public Map<EntryId, Long> revisions() {
    return database.read(EntryRows::revisions);
  }

  /** The last revision of all. */
  public long revision() {
    return database.read(handle ->
        handle.createQuery("SELECT revision FROM store_state").mapTo(Long.class).one());
  }

  /** Tells this node's own changes as soon as they are committed. */
  void afterCommit(Consumer<List<Entry>> listener) {
    afterCommit.add(listener);
  }

  private record Done<T>(T result, List<Entry> changed) {}

  private static long nextRevision(Handle handle, long least) {
    return handle
        .createQuery("UPDATE store_state SET revision ="
            + " CASE WHEN revision > :least THEN revision ELSE :least END + 1 RETURNING revision")
        .bind("least", least)
        .mapTo(Long.class)
        .one();
  }

  private void finish(Handle handle, Writing writing) {
    if (!writing.usesRevision()) {
      handle.execute("UPDATE store_state SET revision = revision - 1");
    } else if (database.dialect() == Dialect.POSTGRESQL) {
      handle
          .createQuery("SELECT pg_notify(:channel, :revision)")
          .bind("channel", CHANNEL)
          .bind("revision", Long.toString(writing.revision()))
          .mapTo(String.class)
          .findOne();
    }
  }
}
