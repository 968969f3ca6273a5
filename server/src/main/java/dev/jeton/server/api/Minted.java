package dev.jeton.server.api;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Json;
import dev.jeton.server.revocations.TokenFacts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a kind minted.
 *
 * @param members the members of the answer, the token among them
 * @param headers adds the headers of a token answer
 * @param marks the headers that it brings along into the answer of a batch
 * @param rows what the audit must hold before the answer goes out
 * @param facts what of the token may have been revoked, should it be asked for again
 */
public record Minted(
    Consumer<Json> members,
    UnaryOperator<Answer> headers,
    List<Answer.Header> marks,
    List<AuditRow> rows,
    TokenFacts facts) {
  public Minted {
    marks = List.copyOf(marks);
    rows = List.copyOf(rows);
  }
}
