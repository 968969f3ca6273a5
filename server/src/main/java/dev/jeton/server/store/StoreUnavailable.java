package dev.jeton.server.store;

/** The database cannot be reached, read or written now. What is in memory goes on. */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreUnavailable(Throwable cause) {
    super("the database does not answer", cause);
  }
}
