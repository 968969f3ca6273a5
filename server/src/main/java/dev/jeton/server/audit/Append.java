package dev.jeton.server.audit;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** One call of {@link AuditLog#append} on its way to the disk. */
final class Append {
  final List<AuditRow> rows;
  final Executor completeOn;
  final Consumer<AuditOutcome> done;

  /** By the clock that never jumps. */
  long deadline;

  /** The number of its first row in the batch at hand, 0 while it is in none. */
  long firstSeq;

  /** Set once the caller was told that the rows are not written, whatever happens to them yet. */
  volatile boolean late;

  Append(List<AuditRow> rows, Executor completeOn, Consumer<AuditOutcome> done) {
    this.rows = List.copyOf(rows);
    this.completeOn = completeOn;
    this.done = done;
  }

  long lastSeq() {
    return firstSeq + rows.size() - 1;
  }
}
