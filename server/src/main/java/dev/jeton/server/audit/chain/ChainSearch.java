package dev.jeton.server.audit.chain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Finds the rows of one token; whether the chain is whole is for {@link ChainVerifier} to say. */
public final class ChainSearch {
  /** No value can imitate this, because quotes in values are escaped. */
  private static final String HASHES = ",\"" + TokenHash.MEMBER + "\":\"";

  private final DiskFolder folder;
  private final String tokenHash;

  /**
   * Looks in one folder.
   *
   * @param tokenHash as {@link TokenHash#of} makes it
   */
  public ChainSearch(Path folder, String tokenHash) {
    this.folder = new DiskFolder(folder);
    this.tokenHash = tokenHash;
  }

  /** Hands over each row as its line stands in the file; returns how many there were. */
  public int search(Consumer<String> found) throws IOException {
    int count = 0;
    for (int number : folder.numbers()) {
      count += segment(folder.path(number), found);
    }
    return count;
  }

  private boolean names(String line) {
    int from = line.indexOf(HASHES);
    if (from < 0) {
      return false;
    }
    int start = from + HASHES.length();
    String hashes = line.substring(start, line.indexOf('"', start));
    return List.of(hashes.split(" ", -1)).contains(tokenHash);
  }

  private int segment(Path file, Consumer<String> found) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      LineReader lines = new LineReader(in);
      int count = 0;
      LineReader.Met met = lines.next();
      for (; met == LineReader.Met.LINE; met = lines.next()) {
        String line = new String(
            lines.bytes(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8);
        if (names(line)) {
          found.accept(line);
          count++;
        }
      }
      if (met == LineReader.Met.TOO_LONG) {
        throw new IOException("a line that is not a row");
      }
      return count;
    }
  }
}
