package dev.jeton.server.archive;

import dev.jeton.server.audit.chain.ChainFollower;
import dev.jeton.server.audit.chain.NamesFollower;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Puts rows and clear texts into the store; what is there already stays as it is. */
final class RowTables {
  static final String PERSON = "person";
  static final String IDENTITY = "identity";

  private RowTables() {}

  static void add(Handle handle, String node, List<ChainFollower.Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    PreparedBatch rows = handle.prepareBatch(
        "INSERT INTO audit_rows (node, seq, at_millis, event, outcome, code, caller, platform,"
            + " request, line) VALUES (:node, :seq, :at, :event, :outcome, :code, :caller,"
            + " :platform, :request, :line) ON CONFLICT DO NOTHING");
    PreparedBatch marks =
        handle.prepareBatch("INSERT INTO audit_marks (what, word, at_millis, node, seq)"
            + " VALUES (:what, :word, :at, :node, :seq) ON CONFLICT DO NOTHING");
    for (ChainFollower.Line line : lines) {
      RowFacts facts = RowFacts.of(line.text());
      long seq = line.place().seq();
      rows.bind("node", node)
          .bind("seq", seq)
          .bind("at", facts.atMillis())
          .bind("event", facts.event())
          .bind("outcome", facts.outcome())
          .bind("code", facts.code())
          .bind("caller", facts.caller())
          .bind("platform", facts.platform())
          .bind("request", facts.request())
          .bind("line", line.text())
          .add();
      facts.people().forEach(hash -> mark(marks, PERSON, hash, facts.atMillis(), node, seq));
      facts.identities().forEach(word -> mark(marks, IDENTITY, word, facts.atMillis(), node, seq));
      String erased = facts.erased();
      if (erased != null) {
        handle.execute("DELETE FROM audit_names WHERE node = ? AND hash = ?", node, erased);
      }
    }
    rows.execute();
    if (marks.size() > 0) {
      marks.execute();
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
