package dev.jeton.server.store;

/**
 * Which entry it is.
 *
 * @param kind what it is, such as {@code agora-project}
 * @param id never used again within its kind
 */
public record EntryId(String kind, String id) {
  @Override
  public String toString() {
    return kind + "/" + id;
  }
}
