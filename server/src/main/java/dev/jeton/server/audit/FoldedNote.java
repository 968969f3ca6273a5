package dev.jeton.server.audit;

import java.time.Instant;

/**
 * Equal notes as one.
 *
 * @param first the first of them, whose request id, details and people stand for all
 * @param since when it came
 */
record FoldedNote(AuditRow first, Instant since, long count) {
  FoldedNote oneMore() {
    return new FoldedNote(first, since, count + 1);
  }
}
