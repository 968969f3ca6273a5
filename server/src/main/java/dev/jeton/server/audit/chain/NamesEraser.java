package dev.jeton.server.audit.chain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes the clear text of one person out of the files of names. The rows keep the hash, so the chain
 * stays as it is. Nobody may write to a file meanwhile.
 */
public final class NamesEraser {
  private final SegmentFolder names;
  private final Predicate<NameLine> isOfPerson;
  private String hash;

  private NamesEraser(SegmentFolder folder, String hash, Predicate<NameLine> isOfPerson) {
    this.names = folder.names();
    this.hash = hash;
    this.isOfPerson = isOfPerson;
  }

  /** Erases a person whose text is known. */
  public static NamesEraser of(SegmentFolder folder, PersonHash hashes, String person) {
    String hash = hashes.of(person);
    String escaped = NameLine.escaped(PersonHash.kept(person));
    return new NamesEraser(
        folder, hash, line -> line.hash().equals(hash) || line.text().equals(escaped));
  }

  /** Erases a person of whom somebody else has told the {@link PersonMark}. */
  public static NamesEraser marked(SegmentFolder folder, String mark) {
    return new NamesEraser(folder, "", line -> PersonMark.ofEscaped(line.text()).equals(mark));
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
            if (line != null && !isOfPerson.test(line)) {
              out.write(bytes, from, length);
              out.write('\n');
            }
          }));
    }
    return found.lines;
  }

  /** What was erased when that many lines were dropped; the hash is empty where nothing was. */
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
      } else if (isOfPerson.test(line)) {
        hash = hash.isEmpty() ? line.hash() : hash;
        found.lines++;
        found.dropped++;
      }
    });
    return found;
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
