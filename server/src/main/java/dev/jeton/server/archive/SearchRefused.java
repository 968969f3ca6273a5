package dev.jeton.server.archive;

/** A search that was not brought to its end, so that others have the database too. */
public final class SearchRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Why why;

  /** The reason. */
  public enum Why {
    TOO_LONG,
    BUSY
  }

  SearchRefused(Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
