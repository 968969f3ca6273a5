package dev.jeton.server.archive;

import dev.jeton.server.audit.AuditOutcome;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.GroupCommitLog;
import dev.jeton.server.audit.chain.Erased;
import dev.jeton.server.audit.chain.NamesFollower;
import dev.jeton.server.audit.chain.PersonMark;
import dev.jeton.server.store.Database;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Erases clear texts in the store at once, and in the files of each server when that server looks. A
 * server with an erasure ahead copies nothing, so no text comes back. The store tells by a mark whom
 * to erase, until the last server has done it.
 */
final class Forgetting {
  private static final System.Logger LOG = System.getLogger(Forgetting.class.getName());

  private final Database database;
  private final GroupCommitLog log;
  private final InstantSource clock;

  Forgetting(Database database, GroupCommitLog log, InstantSource clock) {
    this.database = database;
    this.log = log;
    this.clock = clock;
  }

  /** Reads the position again. */
  interface Reread {
    Position now() throws IOException;
  }

  Forgotten forget(Position here, String person, Reread reread) throws IOException {
    String mark = PersonMark.of(person);
    int stored = database.write(handle -> ask(handle, mark));
    Erased erased = log.erase(person);
    Position asked = reread.now();
    follow(asked, List.of(mark));
    List<String> waiting = database.read(handle -> handle
        .createQuery(
            "SELECT node FROM audit_nodes WHERE erased < :id AND node <> :here ORDER BY node")
        .bind("id", asked.asked())
        .bind("here", here.node())
        .mapTo(String.class)
        .list());
    reread.now();
    return new Forgotten(erased, stored, waiting);
  }

  /** Whoever changes erasures does this first, so that no two wait for each other. */
  static void lock(Handle handle) {
    handle.execute("UPDATE audit_state SET erasures = erasures");
  }

  /**
   * Asks the other servers for what was erased in the files of one while it did not run. Only the mark
   * of a text that some server has copied is known.
   */
  static void askOthers(Handle handle, String here, String hash) {
    List<String> marks = handle
        .createQuery("SELECT DISTINCT mark FROM audit_names WHERE hash = :hash")
        .bind("hash", hash)
        .mapTo(String.class)
        .list();
    for (String mark : marks) {
      ask(handle, mark);
      handle.execute("UPDATE audit_nodes SET erased = asked WHERE node = ?", here);
    }
  }

  /** Deletes the marks of those whom all servers have erased. */
  static void tidy(Handle handle) {
    handle.execute("DELETE FROM audit_erasures WHERE id <= (SELECT min(erased) FROM audit_nodes)");
  }

  static boolean isUntidy(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM audit_erasures"
            + " WHERE id <= (SELECT min(erased) FROM audit_nodes) LIMIT 1")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static int ask(Handle handle, String mark) {
    handle.execute("UPDATE audit_state SET erasures = erasures + 1");
    long id =
        handle.createQuery("SELECT erasures FROM audit_state").mapTo(Long.class).one();
    // Whoever copies right now is waited for; whoever comes later sees it.
    handle.execute("UPDATE audit_nodes SET asked = ?", id);
    handle.execute("INSERT INTO audit_erasures (id, mark) VALUES (?, ?)", id, mark);
    return handle.execute("DELETE FROM audit_names WHERE mark = ?", mark);
  }

  /**
   * Does in the files of this server what was asked for.
   *
   * @param done the marks of those whom the caller has erased already
   */
  Position follow(Position from, List<String> done) throws IOException {
    List<String> marks = database.read(handle -> handle
        .createQuery(
            "SELECT mark FROM audit_erasures WHERE id > :erased AND id <= :asked ORDER BY id")
        .bind("erased", from.erased())
        .bind("asked", from.asked())
        .mapTo(String.class)
        .list());
    for (String mark : marks) {
      if (!done.contains(mark)) {
        record(log.eraseMarked(mark));
      }
    }
    int segment = Math.min(from.names().segment(), from.rows().segment());
    Position to = new Position(
        from.node(),
        from.rows(),
        new NamesFollower.Place(segment, 0),
        from.baseSeq(),
        from.baseHash(),
        from.asked(),
        from.asked());
    boolean moved = database.write(handle -> {
      boolean still = NodeTable.move(handle, from, to, clock.millis());
      tidy(handle);
      return still;
    });
    return moved
        ? to
        : database.read(handle -> NodeTable.find(handle, from.node())).orElse(from);
  }

  private void record(Erased erased) {
    if (erased.names() > 0) {
      AuditRow row = new AuditRow(
          Erased.EVENT, "done", null, "server", "", "", null, erased.details(), List.of());
      log.append(List.of(row), Runnable::run, outcome -> {
        if (!(outcome instanceof AuditOutcome.Written)) {
          LOG.log(Level.WARNING, "audit: a person was erased, and no row could be written of it");
        }
      });
    }
  }
}
