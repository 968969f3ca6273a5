package dev.jeton.server.audit.chain;

/**
 * Writes a keyed hash in place of what tells a person: rows of one person are found by it, and it
 * tells nothing once the clear text is erased. Its key is derived from that of {@link TokenHash}, so
 * that no token has the hash of a person. For one thread.
 */
public final class PersonHash {
  private static final String PURPOSE = "jeton audit: people";

  private final KeyedHash hash;

  /** Hashes under the text in the file of the audit's key. */
  public PersonHash(byte[] key) {
    hash = new KeyedHash(new KeyedHash(key).compute(PURPOSE).clone());
  }

  /** The hash as it stands in the rows of this person. */
  public String of(String person) {
    return hash.hex(kept(person));
  }

  /** The whole hash; the array is that of the next call too. */
  byte[] compute(String keptText) {
    return hash.compute(keptText);
  }

  /** As much of a text as a file of names takes. */
  static String kept(String text) {
    if (text.length() <= LineBytes.LONGEST_TEXT) {
      return text;
    }
    int end = LineBytes.LONGEST_TEXT;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
