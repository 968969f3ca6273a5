package dev.jeton.server.store;

/** Another entry of the same kind has a word that must be unique. */
public final class Taken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String word;
  private final transient EntryId holder;

  Taken(String what, String word, EntryId holder) {
    super("the " + what + " " + word + " is that of " + holder);
    this.what = what;
    this.word = word;
    this.holder = holder;
  }

  /** What kind of word it is, such as {@code name}. */
  public String what() {
    return what;
  }

  public String word() {
    return word;
  }

  /** The entry that has it. */
  public EntryId holder() {
    return holder;
  }
}
