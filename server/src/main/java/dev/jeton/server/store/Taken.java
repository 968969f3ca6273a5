package dev.jeton.server.store;

/** Another entry of the kind has that word already. */
public final class Taken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String by;

  Taken(String what, String by) {
    super("taken", null, false, false);
    this.what = what;
    this.by = by;
  }

  /** What it is, such as a name. */
  public String what() {
    return what;
  }

  /** The id of the entry that has it. */
  public String by() {
    return by;
  }
}
