package dev.jeton.server.audit;

import dev.jeton.server.audit.chain.ChainLine;
import dev.jeton.server.audit.chain.ChainWriter;
import dev.jeton.server.audit.chain.PersonHash;
import dev.jeton.server.audit.chain.RowTime;
import dev.jeton.server.audit.chain.TokenHash;

/** Turns rows into lines of the chain. For the writer thread only. */
final class RowLine {
  private final ChainWriter chain;
  private final TokenHash tokens;
  private final PersonHash people;

  RowLine(ChainWriter chain, byte[] key) {
    this.chain = chain;
    this.tokens = new TokenHash(key);
    this.people = new PersonHash(key);
  }

  long add(AuditRow row, String at) {
    members(chain.begin(at), row);
    return chain.seal();
  }

  void add(FoldedNote note, String at) {
    ChainLine line = chain.begin(at);
    members(line, note.first());
    if (note.count() > 1) {
      line.number("count", note.count());
      line.text("since", RowTime.of(note.since()));
    }
    chain.seal();
  }

  private void members(ChainLine line, AuditRow row) {
    line.text("event", row.event());
    line.text("outcome", row.outcome());
    if (row.code() != null) {
      line.text("code", row.code());
    }
    line.text("caller", row.caller());
    line.text("request", row.requestId());
    line.text("route", row.route());
    if (row.platform() != null) {
      line.text("platform", row.platform());
    }
    line.details(row.details());
    line.people(row.people().byRole(), people);
    if (!row.tokens().isEmpty()) {
      tokens.write(line, row.tokens());
    }
  }
}
