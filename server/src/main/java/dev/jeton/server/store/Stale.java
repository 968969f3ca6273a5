package dev.jeton.server.store;

import java.time.Instant;

/** Somebody changed or deleted the entry in between. */
public final class Stale extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String by;
  private final Instant at;
  private final boolean deleted;

  Stale(String by, Instant at, boolean deleted) {
    super("changed in between", null, false, false);
    this.by = by;
    this.at = at;
    this.deleted = deleted;
  }

  /** Who did. */
  public String by() {
    return by;
  }

  /** When. */
  public Instant at() {
    return at;
  }

  public boolean deleted() {
    return deleted;
  }
}
