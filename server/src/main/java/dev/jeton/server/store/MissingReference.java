package dev.jeton.server.store;

/** A row that was to be written names another that is gone, such as a data key that was rotated out. */
public final class MissingReference extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingReference(Throwable cause) {
    super("what a row refers to is not there", cause);
  }
}
