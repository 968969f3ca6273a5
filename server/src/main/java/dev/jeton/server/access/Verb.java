package dev.jeton.server.access;

/** What somebody does with a resource. */
public enum Verb {
  READ,
  WRITE,
  /** Shows a secret that was stored. */
  REVEAL,
  /** Makes, activates, retires or revokes a version of a secret. */
  ROTATE,
  /** Decides on what somebody else asked for. */
  APPROVE,
  /** Takes many away at once. */
  EXPORT
}
