package dev.jeton.server.audit.chain;

import java.util.Map;

/**
 * What an erasure has taken out of the files of names.
 *
 * @param hash what stands for the person in the rows, which stay as they are
 * @param names how many lines with the clear text there were
 */
public record Erased(String hash, int names) {
  /** The event of the row about an erasure. */
  public static final String EVENT = "person-erased";

  /** For the row about the erasure; it does not name the person. */
  public Map<String, String> details() {
    return Map.of("person", hash, "names", Integer.toString(names));
  }
}
