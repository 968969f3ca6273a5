package dev.jeton.server.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The master keys of a source: the first wraps, the others still unwrap. */
record MasterKeys(List<MasterKey> all) {
  MasterKeys {
    all = List.copyOf(all);
  }

  /**
   * Reads one key per line; {@code #} begins a comment.
   *
   * @param where what the text is, for messages
   */
  static MasterKeys read(String text, String where) throws VaultUnusable {
    return read(text.lines().toList(), where);
  }

  /** The same of an environment variable, in which a comma may stand for the end of a line. */
  static MasterKeys readWithCommas(String text, String where) throws VaultUnusable {
    return read(
        text.lines()
            .map(MasterKeys::withoutComment)
            .flatMap(line -> Stream.of(line.split(",", -1)))
            .toList(),
        where);
  }

  private static MasterKeys read(List<String> lines, String where) throws VaultUnusable {
    List<MasterKey> keys = new ArrayList<>();
    int line = 0;
    for (String raw : lines) {
      line++;
      String key = withoutComment(raw);
      if (key.isEmpty()) {
        continue;
      }
      LocalMasterKey read = LocalMasterKey.read(key);
      if (read == null) {
        throw new VaultUnusable("line " + line + " of " + where
            + " is no master key (" + LocalMasterKey.PREFIX
            + " and 43 letters, digits, - or _); put the right one back");
      }
      if (keys.stream().anyMatch(other -> other.id().equals(read.id()))) {
        throw new VaultUnusable(
            "line " + line + " of " + where + " repeats a master key; keep one");
      }
      keys.add(read);
    }
    if (keys.isEmpty()) {
      throw new VaultUnusable(where + " holds no master key; put the right one back");
    }
    return new MasterKeys(keys);
  }

  static String withoutComment(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }

  MasterKey primary() {
    return all.get(0);
  }

  Optional<MasterKey> find(String id) {
    return all.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  boolean isPrimary(String id) {
    return primary().id().equals(id);
  }
}
