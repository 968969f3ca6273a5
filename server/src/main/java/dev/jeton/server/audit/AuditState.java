package dev.jeton.server.audit;

/** Whether the audit log can take rows now. */
public sealed interface AuditState {

  /** The last commit reached the disk. */
  record Writing() implements AuditState {}

  /** Rows cannot be written at present; minting answers 503 until they can. */
  record Failing(String why) implements AuditState {}

  /** The log was closed. */
  record Stopped() implements AuditState {}
}
