package dev.jeton.server.audit;

/** What became of rows that had to be in the file before an answer goes out. */
public sealed interface AuditOutcome {

  /** The rows are in the file and forced to the disk: the answer may go out. */
  record Written() implements AuditOutcome {}

  /**
   * The rows could not be written in time: the answer must not go out.
   *
   * @param why one plain line for the operator; it holds nothing of the request
   */
  record Unavailable(String why) implements AuditOutcome {}

  AuditOutcome WRITTEN = new Written();
}
