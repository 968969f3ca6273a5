package dev.jeton.server.audit.chain;

/** What became of the current segment since the last commit. */
public enum Standing {
  /** The file is there as it was left, or was full and has a successor. */
  KEPT,
  /** The file was deleted, replaced or changed by somebody else; a new segment goes on. */
  LOST
}
