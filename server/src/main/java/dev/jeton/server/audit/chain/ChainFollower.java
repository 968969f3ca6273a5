package dev.jeton.server.audit.chain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads the rows after a place, for whoever copies them while they are written. Says nothing about
 * whether they follow from one another. For one thread.
 */
public final class ChainFollower {
  private final DiskFolder folder;
  private final LineForm form = new LineForm();

  public ChainFollower(Path folder) {
    this.folder = new DiskFolder(folder);
  }

  /** A row as it stands in its file. */
  public record Line(RowPlace place, String text) {}

  /**
   * How much is read at most.
   *
   * @param upToSeq the last row that is certain to stay; what lies behind it may be cut back
   */
  public record Limits(long upToSeq, int rows, int bytes) {}

  /** Whether the row still stands where it was read, and says what it did. */
  public boolean has(RowPlace place) throws IOException {
    List<Line> found = new ArrayList<>();
    if (place.seq() > 0 && folder.stamp(place.segment()) != null) {
      segment(place.segment(), place.offset(), new Limits(place.seq(), 1, 1), found);
    }
    if (found.isEmpty() || !found.get(0).place().equals(place)) {
      return false;
    }
    ChainRow row = ChainRow.of(found.get(0).text());
    return row != null && row.sound();
  }

  /** The first row of each segment that has one. */
  public List<Line> firsts() throws IOException {
    List<Line> firsts = new ArrayList<>();
    for (int number : folder.numbers()) {
      List<Line> found = new ArrayList<>();
      segment(number, 0, new Limits(Long.MAX_VALUE, 1, Integer.MAX_VALUE), found);
      firsts.addAll(found);
    }
    return firsts;
  }

  /** The rows after that place. */
  public List<Line> after(RowPlace last, Limits limits) throws IOException {
    List<Line> found = new ArrayList<>();
    for (int number : folder.numbers()) {
      if (number >= last.segment()) {
        long from = number == last.segment() ? last.offset() : 0;
        // One more, for the row at the place itself.
        Limits more = new Limits(limits.upToSeq(), limits.rows() + 1, limits.bytes());
        if (!segment(number, from, more, found)) {
          break;
        }
      }
    }
    if (!found.isEmpty() && found.get(0).place().equals(last)) {
      found.remove(0);
    }
    return found.size() > limits.rows() ? found.subList(0, limits.rows()) : found;
  }

  /** Returns whether what follows may be read as well. */
  private boolean segment(int number, long from, Limits limits, List<Line> found)
      throws IOException {
    try (InputStream in = Files.newInputStream(folder.path(number))) {
      if (in.skip(from) < from) {
        return true;
      }
      LineReader lines = new LineReader(in);
      long at = from;
      int bytes = 0;
      while (found.size() < limits.rows() && bytes < limits.bytes()) {
        if (lines.next() != LineReader.Met.LINE) {
          return true;
        }
        int length = lines.end() - lines.start();
        if (form.read(lines.bytes(), lines.start(), lines.end())) {
          if (form.seq() > limits.upToSeq()) {
            return false;
          }
          String hash = HexFormat.of().formatHex(form.hash());
          found.add(new Line(new RowPlace(number, at, form.seq(), hash), lines.text()));
        }
        at += length + 1;
        bytes += length + 1;
      }
      return false;
    }
  }
}
