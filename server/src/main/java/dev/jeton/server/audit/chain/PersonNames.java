package dev.jeton.server.audit.chain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the clear texts beside the segments, as far as they were not erased. For one thread. */
public final class PersonNames {
  private final SegmentFolder names;
  private final PersonHash hashes;

  public PersonNames(SegmentFolder folder, PersonHash hashes) {
    this.names = folder.names();
    this.hashes = hashes;
  }

  /**
   * Finds the texts behind the hashes of one segment's rows; those that are not there any more are
   * left out, and so is a text that does not have the hash that it stands under.
   */
  public Map<String, String> of(int segment, Set<String> wanted) throws IOException {
    Map<String, String> found = new HashMap<>();
    if (wanted.isEmpty()) {
      return found;
    }
    try (InputStream in = Files.newInputStream(names.path(segment))) {
      LineReader lines = new LineReader(in);
      while (lines.next() == LineReader.Met.LINE) {
        NameLine line = NameLine.read(lines.text());
        if (line != null && wanted.contains(line.hash())) {
          add(line, found);
        }
      }
    } catch (NoSuchFileException e) {
      return found;
    }
    return found;
  }

  private void add(NameLine line, Map<String, String> found) {
    try {
      String clear = line.clear();
      if (hashes.of(clear).equals(line.hash())) {
        found.put(line.hash(), clear);
      }
    } catch (NumberFormatException e) {
      // Somebody has changed the file; this is no text of ours.
    }
  }
}
