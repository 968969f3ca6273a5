package dev.jeton.server.backup;

import java.util.Map;

/**
 * A backup that was read to its end and found whole, with all that it needs at hand.
 *
 * @param keyFiles the lines of the key files that it carries, by name
 */
record Checked(BackupReader reader, Head head, String digest, Map<String, byte[]> keyFiles) {

  Checked {
    keyFiles = Map.copyOf(keyFiles);
  }

  @Override
  public String toString() {
    return "Checked[" + digest + "]";
  }
}
