package dev.jeton.server.audit;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Where every mint, refused mint and administrative act is recorded. Never blocks its caller. */
public interface AuditLog {

  /**
   * Writes rows that must be durable before the answer. All rows of one call succeed or fail
   * together, and {@code done} is called exactly once, always on {@code completeOn}.
   *
   * @param completeOn the caller's event loop. Answers of one commit are handed over with one
   *     {@code execute} for each executor, so pass the same object for the same loop each time
   * @throws IllegalArgumentException if the file would keep only a part of a row's details: what
   *     somebody may do with a token must not be missing from its row. Notes are cut instead
   */
  void append(List<AuditRow> rows, Executor completeOn, Consumer<AuditOutcome> done);

  /**
   * Records something afterwards that no answer waits for. Equal rows within an interval become one
   * row with a count; under pressure only counters remain.
   */
  void note(AuditRow row);
}
