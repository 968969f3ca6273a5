package dev.jeton.server.audit;

import java.util.concurrent.atomic.LongAdder;

/** The counters behind {@link AuditFigures}. */
final class Tally {
  final LongAdder rows = new LongAdder();
  final LongAdder batches = new LongAdder();
  final LongAdder unavailable = new LongAdder();
  final LongAdder folded = new LongAdder();
  final LongAdder dropped = new LongAdder();

  /** The number of the last row on the disk. */
  volatile long lastSeq;

  AuditFigures figures() {
    return new AuditFigures(
        rows.sum(), batches.sum(), unavailable.sum(), folded.sum(), dropped.sum());
  }
}
