package dev.jeton.server.store;

/**
 * Which entry of which kind. Its text form is {@code kind/id}.
 *
 * @param kind the kind's word, such as {@code agora-project}
 * @param id never used again, not even after the entry was deleted
 */
public record EntryId(String kind, String id) implements Comparable<EntryId> {

  public EntryId {
    if (kind.isEmpty() || id.isEmpty() || kind.contains("/")) {
      throw new IllegalArgumentException("an entry has a kind, without a slash, and an id");
    }
  }

  /** Reads the text form. */
  public static EntryId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("an entry is written as kind/id");
    }
    return new EntryId(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public int compareTo(EntryId other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return kind + "/" + id;
  }
}
