package dev.jeton.server.archive;

import dev.jeton.server.audit.chain.NamesFollower;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Puts rows and clear texts into the store; a name that is there already stays as it is. */
final class RowTables {
  static final String PERSON = "person";
  static final String IDENTITY = "identity";

  private RowTables() {}

  static void add(Handle handle, Position from, List<CopiedRow> next) {
    if (next.isEmpty()) {
      return;
    }
    refuseStrangers(handle, from);
    PreparedBatch rows = handle.prepareBatch(
        "INSERT INTO audit_rows (node, seq, at_millis, event, outcome, code, caller, platform,"
            + " request, line) VALUES (:node, :seq, :at, :event, :outcome, :code, :caller,"
            + " :platform, :request, :line)");
    PreparedBatch marks =
        handle.prepareBatch("INSERT INTO audit_marks (what, word, at_millis, node, seq)"
            + " VALUES (:what, :word, :at, :node, :seq) ON CONFLICT DO NOTHING");
    String node = from.node();
    for (CopiedRow row : next) {
      RowFacts facts = row.facts();
      long seq = row.line().place().seq();
      rows.bind("node", node)
          .bind("seq", seq)
          .bind("at", facts.atMillis())
          .bind("event", facts.event())
          .bind("outcome", facts.outcome())
          .bind("code", facts.code())
          .bind("caller", facts.caller())
          .bind("platform", facts.platform())
          .bind("request", facts.request())
          .bind("line", row.line().text())
          .add();
      facts.people().forEach(hash -> mark(marks, PERSON, hash, facts.atMillis(), node, seq));
      facts.identities().forEach(word -> mark(marks, IDENTITY, word, facts.atMillis(), node, seq));
      erase(handle, node, row);
    }
    rows.execute();
    if (marks.size() > 0) {
      marks.execute();
    }
  }

  private static void erase(Handle handle, String node, CopiedRow row) {
    String erased = row.facts().erased();
    if (erased != null) {
      if (row.erasesElsewhere()) {
        Forgetting.askOthers(handle, node, erased);
      }
      handle.execute("DELETE FROM audit_names WHERE node = ? AND hash = ?", node, erased);
    }
  }

  /** A row that nobody has copied must not stand where the real one belongs. */
  private static void refuseStrangers(Handle handle, Position from) {
    Optional<Long> stranger = handle
        .createQuery("SELECT seq FROM audit_rows WHERE node = :node AND seq > :seq"
            + " ORDER BY seq LIMIT 1")
        .bind("node", from.node())
        .bind("seq", from.rows().seq())
        .mapTo(Long.class)
        .findOne();
    if (stranger.isPresent()) {
      throw new UncheckedIOException(
          new IOException("the store has row " + stranger.get() + " of node " + from.node()
              + ", which this server has not put there; keep it as evidence, then delete it"));
    }
  }

  private static void mark(
      PreparedBatch marks, String what, String word, long at, String node, long seq) {
    marks
        .bind("what", what)
        .bind("word", word)
        .bind("at", at)
        .bind("node", node)
        .bind("seq", seq)
        .add();
  }

  static void addNames(Handle handle, String node, List<NamesFollower.Name> names) {
    if (names.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch("INSERT INTO audit_names (node, hash, text, mark, segment)"
            + " VALUES (:node, :hash, :text, :mark, :segment)"
            + " ON CONFLICT (node, hash) DO UPDATE SET segment = excluded.segment");
    for (NamesFollower.Name name : names) {
      batch
          .bind("node", node)
          .bind("hash", name.hash())
          .bind("text", name.escaped())
          .bind("mark", name.mark())
          .bind("segment", name.segment())
          .add();
    }
    batch.execute();
  }
}
