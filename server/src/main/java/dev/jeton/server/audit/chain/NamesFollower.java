package dev.jeton.server.audit.chain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the clear texts beside the segments as they are added. For one thread. */
public final class NamesFollower {
  private final SegmentFolder names;

  public NamesFollower(Path folder) {
    this.names = new DiskFolder(folder).names();
  }

  /** Up to where the files of names were read. */
  public record Place(int segment, long offset) {
    /** Before the first. */
    public static final Place BEGIN = new Place(0, 0);
  }

  /**
   * A clear text.
   *
   * @param escaped as it stands in the file
   * @param mark its {@link PersonMark}
   */
  public record Name(int segment, String hash, String escaped, String mark) {}

  /** What was read, and the place behind it. */
  public record Read(List<Name> names, Place next) {
    public Read {
      names = List.copyOf(names);
    }
  }

  /** Reads no more than that many bytes, give or take a line. */
  public Read after(Place last, int bytes) throws IOException {
    List<Name> found = new ArrayList<>();
    Place at = last;
    long left = bytes;
    for (int number : names.numbers()) {
      if (number >= last.segment() && left > 0) {
        long from = number == last.segment() ? last.offset() : 0;
        long end = file(number, from, left, found);
        left -= end - from;
        at = new Place(number, end);
      }
    }
    return new Read(found, at);
  }

  private long file(int number, long from, long bytes, List<Name> found) throws IOException {
    try (InputStream in = Files.newInputStream(names.path(number))) {
      if (in.skip(from) < from) {
        return from;
      }
      LineReader lines = new LineReader(in);
      long at = from;
      while (at - from < bytes && lines.next() == LineReader.Met.LINE) {
        NameLine line = NameLine.read(lines.text());
        if (line != null) {
          found.add(new Name(number, line.hash(), line.text(), PersonMark.ofEscaped(line.text())));
        }
        at += lines.end() - lines.start() + 1;
      }
      return at;
    }
  }
}
