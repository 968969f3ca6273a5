package dev.jeton.server.audit.chain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the rows that a verification has seen so far. */
final class ChainWalk {
  private static final HexFormat HEX = HexFormat.of();

  private final @Nullable String expectedHead;
  private final byte[] wanted;
  private final ChainHash rule = new ChainHash();
  private final LineForm form = new LineForm();
  private final ChainHead head = new ChainHead();
  private final byte[] computed = new byte[ChainHash.BYTES];
  private final List<String> notes = new ArrayList<>();
  private Path file = Path.of("");
  private long lineNumber;
  private long rows;
  private long firstSeq;
  private String firstAt = "";
  private String lastAt = "";
  private boolean headSeen;

  ChainWalk(@Nullable String expectedHead) {
    this.expectedHead = expectedHead;
    this.wanted = expectedHead == null ? new byte[0] : HEX.parseHex(expectedHead);
  }

  void enter(Path segment) {
    file = segment;
    lineNumber = 0;
  }

  ChainVerdict.@Nullable Broken line(LineReader lines) {
    lineNumber++;
    if (!form.read(lines.bytes(), lines.start(), lines.end())) {
      return notARow();
    }
    if (rows == 0) {
      if (form.seq() < 1) {
        return broken("seq 1 or more", "seq " + form.seq());
      }
      if (form.seq() == 1 && !Arrays.equals(form.prev(), head.hash())) {
        return broken("prev of zeros in row 1", "prev " + HEX.formatHex(form.prev()));
      }
      begin();
    } else if (form.seq() != head.seq() + 1) {
      return broken("seq " + (head.seq() + 1), "seq " + form.seq());
    } else if (!Arrays.equals(form.prev(), head.hash())) {
      return broken("prev " + HEX.formatHex(head.hash()), "prev " + HEX.formatHex(form.prev()));
    }
    form.hashAfter(form.prev(), rule, lines.end(), computed);
    if (!Arrays.equals(computed, form.hash())) {
      return broken(
          "hash " + HEX.formatHex(computed) + " for what the line says",
          "hash " + HEX.formatHex(form.hash()));
    }
    head.become(form.seq(), form.hash());
    headSeen |= Arrays.equals(wanted, form.hash());
    lastAt = form.at();
    rows++;
    return null;
  }

  private void begin() {
    firstSeq = form.seq();
    firstAt = form.at();
    headSeen = Arrays.equals(wanted, form.prev());
    if (firstSeq != 1) {
      notes.add("starts at seq " + firstSeq + ", earlier segments are not here");
    }
  }

  ChainVerdict.Broken notALine() {
    lineNumber++;
    return notARow();
  }

  private ChainVerdict.Broken notARow() {
    return broken(
        rows == 0 ? "a row of the audit chain" : "the row with seq " + (head.seq() + 1),
        "a line that is not a row");
  }

  void unfinished(int bytes) {
    notes.add("the last line is unfinished (%d bytes): it is being written, or a crash has torn it"
        .formatted(bytes));
  }

  ChainVerdict end(Path last) {
    String hash = rows == 0 ? "" : HEX.formatHex(head.hash());
    if (expectedHead != null && !headSeen) {
      return new ChainVerdict.Broken(
          last,
          0,
          "a row with the hash " + expectedHead,
          rows == 0 ? "no row at all" : "none up to seq " + head.seq() + ", hash " + hash);
    }
    return new ChainVerdict.Intact(rows, firstSeq, head.seq(), hash, firstAt, lastAt, notes);
  }

  private ChainVerdict.Broken broken(String expected, String found) {
    return new ChainVerdict.Broken(file, lineNumber, expected, found);
  }
}
