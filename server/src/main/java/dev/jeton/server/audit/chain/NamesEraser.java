package dev.jeton.server.audit.chain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Takes the clear text of one person out of the files of names. The rows keep the hash, so the chain
 * stays as it is. Nobody may write to a file meanwhile.
 */
public final class NamesEraser {
  private final SegmentFolder names;
  private final String hash;
  private final String escaped;

  public NamesEraser(SegmentFolder folder, PersonHash hashes, String person) {
    this.names = folder.names();
    this.hash = hashes.of(person);
    this.escaped = NameLine.escaped(PersonHash.kept(person));
  }

  /** Erases beside the segments up to and with that number. */
  public int upTo(int last) throws IOException {
    int count = 0;
    for (int number : names.numbers()) {
      if (number <= last) {
        count += from(number);
      }
    }
    return count;
  }

  /** Erases beside one segment; returns how many lines were the person's. */
  public int from(int number) throws IOException {
    if (names.stamp(number) == null) {
      return 0;
    }
    Path file = names.path(number);
    Replacement.dropLeftover(file);
    Found found = look(file);
    if (found.dropped > 0) {
      Replacement.of(
          file,
          out -> walk(file, (line, bytes, from, length) -> {
            if (line != null && !isOfPerson(line)) {
              out.write(bytes, from, length);
              out.write('\n');
            }
          }));
    }
    return found.lines;
  }

  /** What was erased when that many lines were dropped. */
  public Erased erased(int lines) {
    return new Erased(hash, lines);
  }

  /** A line that cannot be read is dropped as well: it may be the person's. */
  private static final class Found {
    private int lines;
    private int dropped;
  }

  private Found look(Path file) throws IOException {
    Found found = new Found();
    walk(file, (line, bytes, from, length) -> {
      if (line == null) {
        found.dropped++;
      } else if (isOfPerson(line)) {
        found.lines++;
        found.dropped++;
      }
    });
    return found;
  }

  private boolean isOfPerson(NameLine line) {
    return line.hash().equals(hash) || line.text().equals(escaped);
  }

  private interface Visit {
    void line(@Nullable NameLine line, byte[] bytes, int from, int length) throws IOException;
  }

  private static void walk(Path file, Visit visit) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      LineReader lines = new LineReader(in);
      for (LineReader.Met met = lines.next(); met != LineReader.Met.END; met = lines.next()) {
        if (met == LineReader.Met.TOO_LONG) {
          throw new IOException("a line that is not a name");
        }
        int length = lines.end() - lines.start();
        NameLine line = met == LineReader.Met.LINE ? NameLine.read(lines.text()) : null;
        visit.line(line, lines.bytes(), lines.start(), length);
        if (met == LineReader.Met.UNFINISHED) {
          return;
        }
      }
    }
  }
}
