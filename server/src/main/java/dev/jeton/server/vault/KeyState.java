package dev.jeton.server.vault;

/** Where a version of a secret stands in its life. */
public enum KeyState {
  /** Verifies and is published, but does not sign yet. */
  PREPARED,
  /** Signs and verifies; at most one of an entry's versions. */
  ACTIVE,
  /** Verifies until its end; without an end until somebody retires it. */
  RETIRING,
  /** Dead: it came to its end. */
  RETIRED,
  /** Dead: somebody may have stolen it. */
  REVOKED;

  /** Whether its secret is still kept. */
  public boolean isLive() {
    return this == PREPARED || this == ACTIVE || this == RETIRING;
  }
}
