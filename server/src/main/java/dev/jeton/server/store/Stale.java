package dev.jeton.server.store;

import java.time.Instant;

/** Somebody else changed or deleted the entry since it was read. */
public final class Stale extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Entry now;

  Stale(Entry now) {
    super(now.id() + " was " + (now.deleted() ? "deleted" : "changed") + " by " + now.changedBy()
        + " at " + now.changedAt());
    this.now = now;
  }

  /** The entry as it is now. */
  public Entry now() {
    return now;
  }

  /** Who did it. */
  public String changedBy() {
    return now.changedBy();
  }

  /** When. */
  public Instant changedAt() {
    return now.changedAt();
  }

  /** Whether it is gone. */
  public boolean deleted() {
    return now.deleted();
  }
}
